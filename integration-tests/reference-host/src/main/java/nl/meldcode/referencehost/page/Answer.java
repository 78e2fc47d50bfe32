package nl.meldcode.referencehost.page;

import nl.meldcode.referencehost.model.Content;

/** What a page request is answered with. */
sealed interface Answer {
  /** A page. */
  record Page(int status, Markup markup) implements Answer {
    static Page ok(Markup markup) {
      return new Page(200, markup);
    }
  }

  /** Go there next. */
  record Redirect(String location) implements Answer {}

  /** A document to keep. */
  record Download(Content content, String mediaType, String fileName) implements Answer {}
}
