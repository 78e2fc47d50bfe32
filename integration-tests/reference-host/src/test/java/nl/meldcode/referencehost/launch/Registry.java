package nl.meldcode.referencehost.launch;

import java.lang.reflect.Proxy;
import nl.meldcode.api.PluginTabs;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** A service registry for one service; what else is asked of it fails the test. */
final class Registry {
  private final ServiceReference<?> reference =
      proxy(
          ServiceReference.class,
          (method, arguments) -> {
            throw new AssertionError("reference." + method);
          });
  private @Nullable PluginTabs tabs;
  private boolean found;
  private int inUse;

  BundleContext context() {
    return proxy(BundleContext.class, this::answer);
  }

  void comes(PluginTabs service) {
    tabs = service;
    found = true;
  }

  void goes() {
    tabs = null;
    found = false;
  }

  /** Gone right after it was found. */
  void goesOnceFound() {
    tabs = null;
  }

  /** How often it was taken and not given back. */
  int inUse() {
    return inUse;
  }

  private @Nullable Object answer(String method, Object[] arguments) {
    return switch (method) {
      case "getServiceReference" ->
          found && arguments[0].equals(PluginTabs.class) ? reference : null;
      case "getService" -> {
        inUse += tabs == null ? 0 : 1;
        yield tabs;
      }
      case "ungetService" -> {
        inUse--;
        yield true;
      }
      default -> throw new AssertionError("context." + method);
    };
  }

  private interface Answers {
    @Nullable Object answer(String method, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, called, arguments) -> answers.answer(called.getName(), arguments)));
  }
}
