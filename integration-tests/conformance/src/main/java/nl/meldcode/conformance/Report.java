package nl.meldcode.conformance;

import java.io.StringWriter;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nl.meldcode.conformance.Verdict.Outcome;

/** A judgement for people, for programs, or for a build server. */
enum Report {
  TEXT {
    @Override
    String of(Judgement judgement, String host, Words words) {
      Text text = new Text(words);
      StringBuilder report = new StringBuilder(text.head(host));
      judgement.verdicts().forEach(one -> report.append(text.verdict(one)));
      return report.append(text.sum(judgement)).toString();
    }
  },
  JSON {
    @Override
    String of(Judgement judgement, String host, Words words) {
      Map<String, Object> report = new LinkedHashMap<>();
      report.put("host", host);
      report.put("level", judgement.reached().map(Enum::name).orElse("NONE"));
      report.put("left", judgement.left());
      report.put("rules", judgement.verdicts().stream().map(one -> rule(one, words)).toList());
      return Json.text(report) + "\n";
    }
  },
  JUNIT {
    @Override
    String of(Judgement judgement, String host, Words words) {
      StringWriter text = new StringWriter();
      try {
        writeJunit(judgement, words, text);
      } catch (XMLStreamException e) {
        throw new IllegalStateException(e);
      }
      return text + "\n";
    }
  };

  /** The whole report on the host at this address. */
  abstract String of(Judgement judgement, String host, Words words);

  private static Map<String, Object> rule(Verdict verdict, Words words) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", verdict.rule().id());
    row.put("level", verdict.rule().level().name());
    row.put("outcome", verdict.outcome().name());
    row.put("must", words.must(verdict.rule()));
    row.put("why", verdict.why().isEmpty() ? "" : words.say(verdict.why()));
    row.put("findings", new Text(words).findings(verdict));
    return row;
  }

  private static void writeJunit(Judgement judgement, Words words, Writer to)
      throws XMLStreamException {
    XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(to);
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "host-connect");
    xml.writeAttribute("tests", String.valueOf(judgement.verdicts().size()));
    xml.writeAttribute("failures", String.valueOf(judgement.count(Outcome.FAILED)));
    long skipped = judgement.count(Outcome.NOT_OFFERED) + judgement.count(Outcome.UNDECIDED);
    xml.writeAttribute("skipped", String.valueOf(skipped));
    for (Verdict one : judgement.verdicts()) {
      xml.writeStartElement("testcase");
      xml.writeAttribute("classname", "host-connect." + one.rule().level());
      xml.writeAttribute("name", one.rule().id() + " " + words.must(one.rule()));
      if (one.outcome() == Outcome.FAILED) {
        xml.writeStartElement("failure");
        xml.writeAttribute("message", words.advice(one.rule()));
        xml.writeCharacters(String.join("\n", new Text(words).findings(one)));
        xml.writeEndElement();
      } else if (one.outcome() != Outcome.PASSED) {
        xml.writeStartElement("skipped");
        xml.writeAttribute("message", words.say(one.why()));
        xml.writeEndElement();
      }
      xml.writeEndElement();
    }
    xml.writeEndDocument();
    xml.close();
  }
}
