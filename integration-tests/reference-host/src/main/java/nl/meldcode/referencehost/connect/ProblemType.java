package nl.meldcode.referencehost.connect;

/** The kinds of problem that Host Connect knows (host-connect 6.6). */
enum ProblemType {
  VALIDATION("validation", 400, "De aanvraag klopt niet"),
  UNAUTHENTICATED("unauthenticated", 401, "Niet aangemeld"),
  FORBIDDEN("forbidden", 403, "Niet toegestaan"),
  NOT_ACTIVATED("not-activated", 403, "Niet geactiveerd voor deze school"),
  NOT_FOUND("not-found", 404, "Niet gevonden"),
  METHOD_NOT_ALLOWED("method-not-allowed", 405, "Deze methode is er niet"),
  GONE("gone", 410, "Verwijderd"),
  MERGED("merged", 409, "Samengevoegd met een ander"),
  CONCURRENT_CHANGE("concurrent-change", 412, "Intussen gewijzigd"),
  TOO_LARGE("too-large", 413, "Te groot"),
  MEDIA_TYPE("media-type", 415, "Dit soort inhoud wordt niet aangenomen"),
  IDEMPOTENCY_MISMATCH("idempotency-mismatch", 422, "Dezelfde sleutel met een andere inhoud"),
  PRECONDITION_REQUIRED("precondition-required", 428, "Een voorwaarde ontbreekt"),
  UNAVAILABLE("unavailable", 503, "Tijdelijk niet beschikbaar");

  private static final String BASE = "https://host-connect.example.org/problems/";
  private final String slug;
  private final int status;
  private final String title;

  ProblemType(String slug, int status, String title) {
    this.slug = slug;
    this.status = status;
    this.title = title;
  }

  String uri() {
    return BASE + slug;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }
}
