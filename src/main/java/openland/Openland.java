package openland;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the program. What it needs from outside stands in {@code docs/operate.md}. */
@SpringBootApplication
public class Openland {
    public static void main(String[] args) {
        SpringApplication.run(Openland.class, args);
    }
}
