package openland.files;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The object store when one is set, else the folder. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(S3Settings.class)
class ContentStoreChoice {
    @Bean
    ContentStore contentStore(S3Settings settings, Parts parts) {
        return settings.areSet() ? new S3Store(settings, parts) : new FolderStore(parts.folder());
    }
}
