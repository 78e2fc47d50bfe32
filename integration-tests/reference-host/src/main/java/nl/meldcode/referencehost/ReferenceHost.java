package nl.meldcode.referencehost;

import static org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_NAME;
import static org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_PATH;
import static org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_SELECT;
import static org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN;

import jakarta.servlet.Servlet;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.meldcode.referencehost.connect.ConnectServlet;
import nl.meldcode.referencehost.connect.EventDelivery;
import nl.meldcode.referencehost.launch.Descriptors;
import nl.meldcode.referencehost.launch.HostKeys;
import nl.meldcode.referencehost.launch.InProcessPlugin;
import nl.meldcode.referencehost.launch.LaunchTokens;
import nl.meldcode.referencehost.launch.PluginLink;
import nl.meldcode.referencehost.page.PageServlet;
import nl.meldcode.referencehost.seed.DemoSchool;
import nl.meldcode.referencehost.store.Accounts;
import nl.meldcode.referencehost.store.Database;
import nl.meldcode.referencehost.store.Events;
import nl.meldcode.referencehost.store.Records;
import nl.meldcode.referencehost.store.Roster;
import nl.meldcode.referencehost.store.RosterStore;
import nl.meldcode.referencehost.store.Sessions;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.servlet.context.ServletContextHelper;

/** Puts the host together and offers its pages and Host Connect on the Servlet Whiteboard. */
@Component(
    service = {},
    immediate = true,
    configurationPid = "nl.meldcode.referencehost",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class ReferenceHost {
  private static final String CONTEXT = "nl.meldcode.referencehost";

  private final Database database;
  private final EventDelivery delivery;
  private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

  /** Goes by the system's clock, unless the framework offers one. */
  @Activate
  public ReferenceHost(
      BundleContext context,
      HostConfig config,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Clock offered) {
    Settings settings = Settings.of(config);
    Clock clock = offered == null ? Clock.systemUTC() : offered;
    HostKeys keys = HostKeys.in(settings.dataDir());
    database = Database.open(settings.dataDir());
    RosterStore rosterStore = new RosterStore(database);
    Roster roster = rosterStore.loadOr(() -> DemoSchool.board(settings.schools()));
    Events events = new Events(database, clock);
    Accounts accounts = new Accounts(database);
    new DemoAccounts(roster, settings.demoPassword()).create(accounts, settings.accountsFile());
    Records records = new Records(database);
    PageServlet.Stores stores =
        new PageServlet.Stores(
            roster, records, accounts, new Sessions(database, accounts, clock), events);
    PluginLink plugin = plugin(context, settings);
    LaunchTokens tokens = new LaunchTokens(settings, roster, keys, clock);

    registerContext(context);
    register(
        context,
        "/connect/*",
        ConnectServlet.create(
            settings,
            keys,
            new ConnectServlet.Stores(roster, rosterStore, records, events),
            clock));
    // The pages come last: who sees them finds everything else.
    register(context, "/*", new PageServlet(settings, stores, tokens, plugin, clock));
    delivery = new EventDelivery(settings, keys, events, clock);
    delivery.start();
  }

  @Deactivate
  void stop() {
    registrations.forEach(ServiceRegistration::unregister);
    delivery.close();
    database.close();
  }

  private static PluginLink plugin(BundleContext context, Settings settings) {
    return settings.inProcess()
        ? new InProcessPlugin(context, settings.pluginBase())
        : new Descriptors(settings.pluginBase(), System::nanoTime);
  }

  private void registerContext(BundleContext context) {
    ServletContextHelper helper = new ServletContextHelper(context.getBundle()) {};
    Map<String, Object> properties =
        Map.of(HTTP_WHITEBOARD_CONTEXT_NAME, CONTEXT, HTTP_WHITEBOARD_CONTEXT_PATH, "/");
    registrations.add(
        context.registerService(
            ServletContextHelper.class, helper, FrameworkUtil.asDictionary(properties)));
  }

  private void register(BundleContext context, String pattern, Servlet servlet) {
    Map<String, Object> properties =
        Map.of(
            HTTP_WHITEBOARD_SERVLET_PATTERN,
            pattern,
            HTTP_WHITEBOARD_CONTEXT_SELECT,
            "(" + HTTP_WHITEBOARD_CONTEXT_NAME + "=" + CONTEXT + ")");
    registrations.add(
        context.registerService(Servlet.class, servlet, FrameworkUtil.asDictionary(properties)));
  }
}
