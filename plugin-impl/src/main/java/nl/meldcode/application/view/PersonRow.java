package nl.meldcode.application.view;

/** Somebody by id and name. */
public record PersonRow(String id, String name) {
  @Override
  public String toString() {
    return "PersonRow[" + id + "]";
  }
}
