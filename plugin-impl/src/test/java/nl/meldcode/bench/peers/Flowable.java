package nl.meldcode.bench.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.entry.Step;
import org.flowable.cmmn.engine.CmmnEngine;
import org.flowable.cmmn.engine.CmmnEngineConfiguration;
import org.flowable.task.api.Task;

/**
 * Flowable's engine for CMMN with its own pool and history: a stage for each step, a human task for
 * each kind, which is completed with the JSON of the entry as a variable. What is missing are the
 * tasks that are open. Without identities, events and timers, which the case does not use.
 */
final class Flowable implements Peer, AutoCloseable {
  private final CmmnEngine engine;

  Flowable(String url) {
    CmmnEngineConfiguration configuration =
        CmmnEngineConfiguration.createStandaloneCmmnEngineConfiguration();
    configuration.setJdbcDriver("org.postgresql.Driver");
    configuration.setJdbcUrl(url);
    configuration.setJdbcUsername("meldcode");
    configuration.setJdbcPassword("test");
    configuration.setJdbcMaxActiveConnections(16);
    configuration.setJdbcMaxIdleConnections(16);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setDisableIdmEngine(true);
    configuration.setDisableEventRegistry(true);
    engine = configuration.buildEngine();
    engine
        .getCmmnRepositoryService()
        .createDeployment()
        .addString("same-case.cmmn", model())
        .deploy();
  }

  private static String model() {
    StringBuilder items = new StringBuilder();
    StringBuilder stages = new StringBuilder();
    StringBuilder sentries = new StringBuilder();
    Step before = null;
    for (Map.Entry<Step, List<Kind>> step : SameCase.steps().entrySet()) {
      String name = step.getKey().id();
      String entry = "";
      if (before != null) {
        entry = "<entryCriterion sentryRef='after-%s'/>".formatted(before.id());
        sentries.append(
            """
            <sentry id='after-%1$s'><planItemOnPart id='on-%1$s' sourceRef='item-%1$s'>
              <standardEvent>complete</standardEvent></planItemOnPart></sentry>
            """
                .formatted(before.id()));
      }
      items.append(
          "<planItem id='item-%1$s' definitionRef='%1$s'>%2$s</planItem>".formatted(name, entry));
      stages.append(stage(name, step.getValue()));
      before = step.getKey();
    }
    return """
        <definitions xmlns='http://www.omg.org/spec/CMMN/20151109/MODEL' targetNamespace='same-case'>
          <case id='sameCase'><casePlanModel id='plan'>%s%s%s</casePlanModel></case>
        </definitions>
        """
        .formatted(items, sentries, stages);
  }

  private static String stage(String name, List<Kind> kinds) {
    String items =
        kinds.stream()
            .map(Kind::jsonName)
            .map("<planItem id='item-%1$s' definitionRef='%1$s'/>"::formatted)
            .collect(Collectors.joining());
    String tasks =
        kinds.stream()
            .map(Kind::jsonName)
            .map("<humanTask id='%1$s' name='%1$s'/>"::formatted)
            .collect(Collectors.joining());
    return "<stage id='%s'>%s%s</stage>".formatted(name, items, tasks);
  }

  @Override
  public Case begin() {
    return new One(
        engine
            .getCmmnRuntimeService()
            .createCaseInstanceBuilder()
            .caseDefinitionKey("sameCase")
            .start()
            .getId());
  }

  private final class One implements Case {
    private final String id;

    One(String id) {
      this.id = id;
    }

    private List<Task> open() {
      return engine.getCmmnTaskService().createTaskQuery().caseInstanceId(id).list();
    }

    @Override
    public Set<String> missing() {
      return open().stream().map(Task::getTaskDefinitionKey).collect(Collectors.toSet());
    }

    @Override
    public Runnable toRecord(String kind) {
      String task =
          open().stream()
              .filter(one -> one.getTaskDefinitionKey().equals(kind))
              .findFirst()
              .orElseThrow()
              .getId();
      Map<String, Object> content = Map.of(kind, new String(Plugin.json(kind), UTF_8));
      return () -> engine.getCmmnTaskService().complete(task, content);
    }

    /** It ended by itself with its last task. */
    @Override
    public void close() {
      long left =
          engine.getCmmnRuntimeService().createCaseInstanceQuery().caseInstanceId(id).count();
      if (left != 0) {
        throw new IllegalStateException("not closed");
      }
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}
