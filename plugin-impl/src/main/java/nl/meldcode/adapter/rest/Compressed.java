package nl.meldcode.adapter.rest;

import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.zip.GZIPOutputStream;
import nl.meldcode.adapter.http.Gzip;
import org.jspecify.annotations.Nullable;

/**
 * The answer is compressed for who takes that. Only for answers without data of anybody: the length
 * of a compressed answer can tell what is in it.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@interface Compressed {

  /** Compresses it. */
  @Compressed
  final class Writer implements WriterInterceptor {
    @Context private @Nullable HttpHeaders asked;

    @Override
    public void aroundWriteTo(WriterInterceptorContext answer) throws IOException {
      answer.getHeaders().putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
      if (asked == null || !Gzip.isTaken(asked.getHeaderString(HttpHeaders.ACCEPT_ENCODING))) {
        answer.proceed();
        return;
      }
      answer.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
      GZIPOutputStream out = new GZIPOutputStream(answer.getOutputStream());
      answer.setOutputStream(out);
      answer.proceed();
      out.finish();
    }
  }
}
