package nl.meldcode.conformance;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import nl.meldcode.conformance.Arguments.Misused;

/** The command line of the kit. */
public final class Main {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int GOOD = 0;
  private static final int FAULTS = 1;
  private static final int MISUSED = 2;

  private Main() {}

  /** Ends with 0 when no rule failed, 1 when one did, 2 when it was called wrongly. */
  public static void main(String... arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(out, arguments));
  }

  /** The same without ending the program; what is said goes to {@code out}. */
  public static int run(PrintStream out, String... words) {
    try {
      Arguments arguments = Arguments.of(words);
      if (Files.notExists(arguments.key())) {
        out.println(newKey(arguments));
        return MISUSED;
      }
      Identity identity =
          new Identity(
              arguments.host(),
              arguments.client(),
              key(arguments),
              arguments.tokenUri(),
              Clock.systemUTC());
      Client client = new Client(new HttpTransport(arguments.host()), identity);
      Judgement judgement = look(arguments, new Host(client, options(arguments, out)), out);
      return judgement.isGood() ? GOOD : FAULTS;
    } catch (Misused e) {
      out.println(e.getMessage());
      return e.asked() ? GOOD : MISUSED;
    }
  }

  /** With the launch, once somebody opened a tab. */
  private static Host.Options options(Arguments arguments, PrintStream out) throws Misused {
    Host.Options given = arguments.options();
    if (arguments.launchPort().isEmpty()) {
      return given;
    }
    try (LaunchDesk desk = new LaunchDesk(arguments.launchPort().get())) {
      out.println(arguments.words().say("open-a-tab", desk.base()));
      return new Host.Options(given.pupil(), given.staff(), given.writes(), desk.await(PATIENCE));
    } catch (IOException e) {
      String port = "--launch-port " + arguments.launchPort().get();
      throw new Misused(arguments.words().say("bad-option", port));
    }
  }

  /** For people line by line, because it takes a while; what a program reads, at the end. */
  private static Judgement look(Arguments arguments, Host host, PrintStream out) throws Misused {
    Text text = new Text(arguments.words());
    boolean people = arguments.out().isPresent() || arguments.format() == Report.TEXT;
    Consumer<String> line = people ? out::print : said -> {};
    line.accept(text.head(arguments.host().toString()));
    Judgement judgement =
        Kit.look(host, Kit.rules(), verdict -> line.accept(text.verdict(verdict)));
    line.accept(text.sum(judgement));
    String report =
        arguments.format().of(judgement, arguments.host().toString(), arguments.words());
    if (arguments.out().isPresent()) {
      write(arguments, report);
    } else if (!people) {
      out.print(report);
    }
    return judgement;
  }

  private static void write(Arguments arguments, String report) throws Misused {
    try {
      Files.writeString(arguments.out().orElseThrow(), report);
    } catch (IOException e) {
      throw new Misused(arguments.words().say("cannot-write", arguments.out().orElseThrow()));
    }
  }

  private static ECKey key(Arguments arguments) throws Misused {
    try {
      ECKey key = ECKey.parse(Files.readString(arguments.key()));
      if (key.isPrivate() && key.getCurve().equals(Curve.P_256)) {
        return key;
      }
    } catch (IOException | ParseException e) {
      // said below: what is in the file is a secret, and so is what is wrong with it
    }
    throw new Misused(arguments.words().say("bad-key", arguments.key()));
  }

  /** A key pair that only its owner can read, and what to tell the host of it. */
  private static String newKey(Arguments arguments) throws Misused {
    ECKey key = Identity.newKey();
    try {
      Files.createFile(
          arguments.key(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(arguments.key(), key.toJSONString());
    } catch (IOException e) {
      throw new Misused(arguments.words().say("cannot-write", arguments.key()));
    }
    String told = arguments.words().say("new-key", arguments.key());
    return told + "\n" + new JWKSet(key.toPublicJWK());
  }
}
