package nl.meldcode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What somebody might type who wants a page, a paper or a database to do something. */
public final class HostileText {
  private static final List<String> RUNS =
      List.of(
          "<script>%s</script>",
          "<script/src='data:,%s'></script>",
          "<img src=x onerror=%s>",
          "<img/src='x'\nonerror\n=\n'%s'>",
          "<svg onload=%s>",
          "<svg><animate onbegin=%s attributeName=x dur=1s>",
          "<svg><script>%s</script></svg>",
          "<body onpageshow=%s>",
          "<iframe srcdoc='<script>parent.%s</script>'></iframe>",
          "<iframe src='javascript:%s'></iframe>",
          "<details open ontoggle=%s>",
          "<video><source onerror=%s></video>",
          "<audio src=x onerror=%s>",
          "<a href=\"javascript:%s\">klik</a>",
          "<a href=\"java&#115;cript:%s\">klik</a>",
          "<form action='javascript:%s'><button autofocus>x</button></form>",
          "<input autofocus onfocus=%s>",
          "<object data='javascript:%s'></object>",
          "<embed src='javascript:%s'>",
          "<math><mtext><table><mglyph><style><img src=x onerror=%s>",
          "<style>@import 'javascript:%s'</style>",
          "<meta http-equiv=refresh content='0;url=javascript:%s'>",
          "<marquee onstart=%s>x</marquee>",
          "<template><img src=x onerror=%s></template>",
          "<x onclick=%s tabindex=1 autofocus onfocus=%<s>x",
          "<noscript><p title='</noscript><img src=x onerror=%s>'>");

  private static final List<String> BREAKS =
      List.of("", "\">", "'>", "-->", "</textarea>", "</title>", "</script>", "]]>", "&quot;>");

  private static final List<String> TEMPLATES =
      List.of(
          "${%s}",
          "{{constructor.constructor('%s')()}}",
          "<?lit$%s$>",
          "<!--?lit$%s-->",
          "{{lit-%s}}",
          "#{%s}",
          "<%%= %s %%>",
          "[[%s]]",
          "javascript:%s",
          "data:text/html,<script>%s</script>",
          "\u202e<script>%s</script>",
          "\ufeff<script>%s</script>");

  private static final List<String> STATEMENTS =
      List.of(
          "' OR '1'='1",
          "' OR 1=1 --",
          "') OR ('1'='1",
          "'; DROP TABLE entry; --",
          "'; DELETE FROM session; --",
          "'; UPDATE entry SET at = 0; --",
          "'; PRAGMA writable_schema = 1; --",
          "'; ATTACH DATABASE 'x.db' AS x; --",
          "'; VACUUM INTO 'copy.db'; --",
          "' UNION SELECT name, sql, 1, 1 FROM sqlite_master --",
          "' UNION ALL SELECT NULL, NULL --",
          "' AND (SELECT load_extension('x')) --",
          "' AND randomblob(1000000000) --",
          "' || (SELECT sealed FROM entry) || '",
          "\\'; DROP TABLE entry; --",
          "'/**/OR/**/1=1#",
          "1; SELECT pg_sleep(10)",
          "'; COPY entry TO PROGRAM 'id'; --",
          "$$; DROP TABLE entry; $$",
          "%' OR name LIKE '%",
          "_' ESCAPE '_",
          "?1 OR ?2",
          ":name @name $name",
          "\"; DROP TABLE \"entry",
          "`; DROP TABLE `entry",
          "[entry]; --",
          "x'4f52'",
          "CHAR(39)||CHAR(59)",
          "{\"$ne\": null}",
          "$.facts[?(@.x)]");

  private HostileText() {}

  /** More than 600 texts that would run {@code code} where markup is made of them. */
  public static List<String> markup(String code) {
    Set<String> all = new LinkedHashSet<>();
    for (String runs : RUNS) {
      for (String before : BREAKS) {
        String text = before + runs.formatted(code);
        all.add(text);
        all.add(text.toUpperCase(Locale.ROOT).replace(code.toUpperCase(Locale.ROOT), code));
        all.add(text.replace("<", "&lt;").replace(">", "&gt;"));
        all.add(text.replace("<", "\uff1c").replace(">", "\uff1e"));
      }
    }
    TEMPLATES.forEach(one -> all.add(one.formatted(code)));
    return List.copyOf(all);
  }

  /** More than 300 texts that would change a statement that is put together from them. */
  public static List<String> sql() {
    List<UnaryOperator<String>> ways =
        List.of(
            text -> text,
            text -> "99AA" + text,
            text -> text.toLowerCase(Locale.ROOT),
            text -> text.replace("'", "''"),
            text -> text.replace("'", "\u2019"),
            text -> text.replace("'", "%27"),
            text -> text.replace("'", "'\u0000"),
            text -> text.replace(" ", "\n"),
            text -> text.replace(" ", "\u00a0"),
            text -> text.replace("'", "\\'"),
            text -> text.replace(" ", "/**/"),
            text -> "x".repeat(200) + text,
            text -> text + "\ud83d\ude00");
    Set<String> all = new LinkedHashSet<>();
    ways.forEach(way -> STATEMENTS.forEach(one -> all.add(way.apply(one))));
    return new ArrayList<>(all);
  }
}
