package nl.meldcode.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostPlaceTest {
  @TempDir Path dir;

  @Test
  void thePlaceOfEachTenantIsKept() {
    try (OpenStore open = new OpenStore(dir)) {
      assertThat(open.store().hostPlace().of("one")).isEmpty();
      open.store().hostPlace().keep("one", "7");
      open.store().hostPlace().keep("one", "8");
    }
    try (OpenStore open = new OpenStore(dir)) {
      assertThat(open.store().hostPlace().of("one")).contains("8");
      assertThat(open.store().hostPlace().of("two")).isEmpty();
    }
  }
}
