package nl.meldcode.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.Map;
import nl.meldcode.Covers;
import org.junit.jupiter.api.Test;

@Covers("U3")
class JoinedFilesTest {
  private final Map<String, String> files = new HashMap<>();

  @Test
  void eachModuleStandsOnceBeforeWhatImportsIt() {
    files.put(
        "app.js",
        "import { a } from './pages/a.js';\nimport { b as other } from './b.js';\nuse(a, other);\n");
    files.put(
        "pages/a.js",
        "import { html } from 'lit-html';\nimport { b } from '../b.js';\nexport const a = html(b);\n");
    files.put("b.js", "export const b = 1;\nexport async function c() {}\n");

    assertThat(script())
        .isEqualTo(
            """
            import * as $lit_html from 'lit-html';
            const $b_js = (() => {
            const b = 1;
            async function c() {}

            return { b, c };
            })();
            const $pages_a_js = (() => {
            const { html } = $lit_html;
            const { b } = $b_js;
            const a = html(b);

            return { a };
            })();
            const { a } = $pages_a_js;
            const { b: other } = $b_js;
            use(a, other);
            """);
  }

  @Test
  void aCircleIsRefused() {
    files.put("app.js", "import { a } from './a.js';\n");
    files.put("a.js", "import { b } from './b.js';\nexport const a = 1;\n");
    files.put("b.js", "import { a } from './a.js';\nexport const b = 1;\n");
    assertThatIllegalStateException()
        .isThrownBy(this::script)
        .withMessage("a.js cannot be joined: it imports itself by b.js");
  }

  @Test
  void whatCannotBeJoinedSafelyIsRefused() {
    files.put("app.js", "import { a } from './a.js';\n");
    files.put("a.js", "export let a = 1;\n");
    assertThatIllegalStateException()
        .isThrownBy(this::script)
        .withMessage("a.js cannot be joined: export let a = 1;");
  }

  @Test
  void aStyleHoldsWhatItImports() {
    files.put("ui.css", "/* all */\n@import url(\"css/base.css\");\n");
    files.put("css/base.css", "a { content: \"$1\\\\\"; }\n");
    assertThat(JoinedFiles.style("ui.css", this::read))
        .isEqualTo("/* all */\na { content: \"$1\\\\\"; }\n\n");
  }

  private String script() {
    return JoinedFiles.script("app.js", this::read);
  }

  private String read(String path) {
    return files.getOrDefault(path, "");
  }
}
