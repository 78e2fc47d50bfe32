package nl.meldcode;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the requirement rows that a test proves, by the ids of the requirements document. */
@Repeatable(Covers.All.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Covers {

  /** Row ids such as {@code S3.9}. */
  String[] value();

  /** More than fit on one line. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.METHOD, ElementType.TYPE})
  @interface All {
    /** Each line. */
    Covers[] value();
  }
}
