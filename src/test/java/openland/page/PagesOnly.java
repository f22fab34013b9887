package openland.page;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** The room {@code page} alone, without a database, with the failing rooms of {@link ErrorsTest}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = ErrorsTest.Site.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "management.endpoint.health.validate-group-membership=false", "spring.servlet.multipart.max-file-size=200KB"})
@interface PagesOnly {}
