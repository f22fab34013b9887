package openland.base.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.StringUtils;

/**
 * One PostgreSQL, three ways in. Flyway comes as the login user, who owns the tables. The program's own pool
 * ({@code DataSource}, {@code JdbcClient}, made by Spring Boot) takes the role {@code openland_program}; public readers
 * take {@code openland_reader}, which sees only what was granted to it and writes nothing.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    @Bean
    DataFolder dataFolder(@Value("${openland.data}") Path folder) {
        return DataFolder.take(folder);
    }

    /** Also makes the web server wait for the folder's lock. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> webServerWorksInDataFolder(DataFolder folder) {
        return factory -> factory.setBaseDirectory(folder.path("web").toFile());
    }

    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource ownerDataSource(JdbcConnectionDetails server) {
        var owner = new DriverManagerDataSource(server.getJdbcUrl());
        owner.setUsername(server.getUsername());
        owner.setPassword(server.getPassword());
        return owner;
    }

    @Bean
    FlywayMigrationStrategy migration() {
        return Migration::migrate;
    }

    @Bean(defaultCandidate = false)
    @Qualifier("publicReader")
    @DependsOnDatabaseInitialization   // the role comes with the first migration
    HikariDataSource readerDataSource(JdbcConnectionDetails server, @Qualifier("dataSource") DataSource program) {
        var pool = new HikariConfig();
        pool.setPoolName("public-reader");
        pool.setJdbcUrl(server.getJdbcUrl());
        pool.setUsername(server.getUsername());
        pool.setPassword(server.getPassword());
        pool.setReadOnly(true);
        pool.setConnectionInitSql("set role openland_reader; set default_transaction_read_only = on");
        if (program instanceof HikariDataSource like) {
            pool.setMaximumPoolSize(like.getMaximumPoolSize());
            pool.setMinimumIdle(like.getMinimumIdle());
            pool.setConnectionTimeout(like.getConnectionTimeout());
            pool.setValidationTimeout(like.getValidationTimeout());
            like.getDataSourceProperties().forEach((name, value) -> pool.addDataSourceProperty(name.toString(), value));
        }
        return new HikariDataSource(pool);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("publicReader")
    JdbcClient publicReader(@Qualifier("publicReader") HikariDataSource pool) {
        return JdbcClient.create(pool);
    }

    /** No server was named: the program brings its own. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(NoServerNamed.class)
    static class Embedded {
        @Bean
        EmbeddedDatabase embeddedDatabase(DataFolder folder) {
            return EmbeddedDatabase.start(folder.path("postgres"), EmbeddedDatabase.Settings.OF_THE_PROGRAM);
        }

        /** Whoever reaches the database does so through this bean; the server therefore stops after them all. */
        @Bean
        JdbcConnectionDetails embeddedConnectionDetails(EmbeddedDatabase database) {
            return new EmbeddedConnectionDetails(database.access());
        }
    }

    record EmbeddedConnectionDetails(Access access) implements JdbcConnectionDetails {
        @Override
        public String getJdbcUrl() {
            return access.url();
        }

        @Override
        public String getUsername() {
            return access.username();
        }

        @Override
        public String getPassword() {
            return access.password();
        }
    }

    static class NoServerNamed implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
        }
    }
}
