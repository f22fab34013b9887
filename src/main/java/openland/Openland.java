package openland;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Starts the program. What it needs from outside stands in {@code docs/operate.md}. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)   // rooms may use the same word
public class Openland {
    public static void main(String[] args) {
        SpringApplication.run(Openland.class, args);
    }
}
