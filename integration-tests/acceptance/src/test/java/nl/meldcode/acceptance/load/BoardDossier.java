package nl.meldcode.acceptance.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.meldcode.acceptance.kit.Ids;
import nl.meldcode.acceptance.kit.Json;
import nl.meldcode.acceptance.load.Board.Kept;
import nl.meldcode.acceptance.load.Board.Seat;
import nl.meldcode.acceptance.story.Forms;
import nl.meldcode.acceptance.story.ReportForms;

/** Records a dossier as staff do: signals, the opening, advice, a coach, perhaps a talk. */
record BoardDossier(Board board, Seat teacher, Seat carer) {
  Kept record(boolean withReport) {
    signal(teacher);
    signal(teacher);
    post(carer, Forms.opening(board.today()));
    post(carer, atThisSchool(Forms.advice(board.today())));
    post(carer, atThisSchool(Forms.coach(board.today())));
    signal(carer);
    return new Kept(teacher, carer, withReport ? report() : null);
  }

  /** Its text is its key, by which it is found again. */
  private void signal(Seat seat) {
    UUID key = UUID.randomUUID();
    board.sent(board.post(seat, key, Forms.signal(board.today(), key.toString())), 201);
  }

  private String report() {
    HttpResponse<String> read = board.sent(board.get(carer, "/dossier"), 200);
    UUID[] parents =
        StreamSupport.stream(Json.read(read.body()).path("guardians").spliterator(), false)
            .map(one -> UUID.fromString(one.path("id").asText()))
            .toArray(UUID[]::new);
    String talk = post(carer, atThisSchool(ReportForms.talk(board.today(), parents)));
    HttpRequest.Builder report =
        board.post(carer, UUID.randomUUID(), ReportForms.report(talk)).header("If-Match", etag());
    return id(board.sent(report, 201));
  }

  private String etag() {
    return board.sent(board.get(carer, "/dossier"), 200).headers().firstValue("ETag").orElse("");
  }

  private String post(Seat seat, String entry) {
    return id(board.sent(board.post(seat, UUID.randomUUID(), entry), 201));
  }

  private static String id(HttpResponse<String> recorded) {
    JsonNode answer = Json.read(recorded.body());
    return answer.path("id").asText();
  }

  private String atThisSchool(String entry) {
    return entry
        .replace(Ids.staff("anja").toString(), Ids.staff(teacher.person().key()).toString())
        .replace(Ids.staff("nora").toString(), Ids.staff(carer.person().key()).toString());
  }
}
