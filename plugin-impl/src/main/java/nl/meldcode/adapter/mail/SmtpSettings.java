package nl.meldcode.adapter.mail;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The mail server as the administrator configured it.
 *
 * @param user empty where the server asks for none
 * @param passwordFile holds the password on its first line; null without a user
 * @param from the address that mails come from
 */
public record SmtpSettings(
    String host, int port, String user, @Nullable Path passwordFile, String from) {
  @Override
  public String toString() {
    return "SmtpSettings";
  }
}
