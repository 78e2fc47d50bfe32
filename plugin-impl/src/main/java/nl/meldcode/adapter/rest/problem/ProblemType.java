package nl.meldcode.adapter.rest.problem;

import java.net.URI;
import java.util.Locale;

/**
 * Every reason this interface gives for not doing what was asked, with its status. The slug of the
 * type URI is part of the contract; the title is for developers, the pages have their own words.
 */
public enum ProblemType {
  INVALID_BODY(400, "The body does not have the asked shape"),
  BAD_REQUEST(400, "The request cannot be understood"),
  NOT_SIGNED_IN(401, "There is no session"),
  NOT_ALLOWED(403, "This person may not do this"),
  SIGN_IN_AGAIN(403, "This asks a fresh sign-in at the host"),
  NOT_FOUND(404, "Nothing is found here"),
  METHOD_NOT_ALLOWED(405, "The address does not know this method"),
  NOT_ACCEPTABLE(406, "None of the accepted media types is offered"),
  REFUSED(409, "The state of the dossier does not allow this"),
  STALE_VERSION(412, "Somebody else recorded something in between"),
  TOO_LARGE(413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The media type is not understood"),
  IDEMPOTENCY_MISMATCH(422, "The key was used before for another body"),
  VERSION_REQUIRED(428, "This judges earlier state: say which with If-Match"),
  TOO_MANY_REQUESTS(429, "Too many requests"),
  BUSY(429, "More requests at once than can be answered soon"),
  UNEXPECTED(500, "Something went wrong on our side"),
  UNAVAILABLE(503, "Something this depends on does not answer"),
  NO_ROOM(507, "There is no room left to write this"),
  OTHER(0, "The request was not fulfilled");

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The one type that a bare HTTP status stands for; {@link #OTHER} if there is none. */
  static ProblemType ofStatus(int status) {
    if (status == BAD_REQUEST.status) {
      return BAD_REQUEST;
    }
    for (ProblemType each : values()) {
      if (each.status == status) {
        return each;
      }
    }
    return OTHER;
  }

  /** The HTTP status; zero for {@link #OTHER}, which keeps the one it was raised with. */
  public int status() {
    return status;
  }

  String title() {
    return title;
  }

  URI uri() {
    return URI.create("urn:meldcode:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
