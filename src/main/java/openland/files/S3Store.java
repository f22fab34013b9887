package openland.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Content in a bucket of an object store that speaks S3; the keys are the paths of {@link FolderStore}. The server checks
 * the digest of what it gets; what it gives is a local copy, and whole, before anybody reads it.
 */
final class S3Store implements ContentStore, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(S3Store.class);
    private static final Duration CONNECTION = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(20);
    /** For the largest file, with all tries. */
    private static final Duration CALL = Duration.ofMinutes(3);

    private final S3Client s3;
    private final String bucket;
    private final Parts parts;

    S3Store(S3Settings settings, Parts parts) {
        this.bucket = settings.bucket();
        this.parts = parts;
        var address = settings.address();
        // nothing but the settings decides: no profile of the account, no proxy of the surroundings
        var direct = ProxyConfiguration.builder().useSystemPropertyValues(false).useEnvironmentVariablesValues(false).build();
        this.s3 = S3Client.builder()
                .endpointOverride(address).region(Region.of(settings.region())).forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(settings.key(), settings.secret())))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(CONNECTION).socketTimeout(SILENCE).proxyConfiguration(direct))
                .overrideConfiguration(calls -> calls.apiCallTimeout(CALL).defaultProfileFile(ProfileFile.aggregator().build()))
                .build();
    }

    @Override
    public boolean exists(String sha256) {
        var name = ContentStore.nameOf(sha256);
        return reached(() -> {
            boolean there = length(name).isPresent();
            if (!there) {
                s3.headBucket(request -> request.bucket(bucket)); // a bucket that is not there answers the same
            }
            return there;
        });
    }

    @Override
    public void put(Path part, String sha256) throws IOException {
        var name = ContentStore.nameOf(sha256);
        var size = Optional.of(Files.size(part));
        var checksum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
        boolean whole = reached(() -> {
            if (!length(name).equals(size)) {
                s3.putObject(request -> request.bucket(bucket).key(name).checksumSHA256(checksum), RequestBody.fromFile(part));
            }
            return length(name).equals(size);
        });
        if (!whole) {
            throw unavailable(name + " has not the length that was sent");
        }
    }

    @Override
    public Optional<LocalFile> local(String sha256) throws IOException {
        var name = ContentStore.nameOf(sha256);
        var copy = new LocalFile(parts.next(), true);
        try {
            long size = reached(() -> s3.getObject(request -> request.bucket(bucket).key(name), copy.path())).contentLength();
            if (Files.size(copy.path()) != size) {
                throw unavailable(name + " was cut on its way");
            }
            return Optional.of(copy);
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    @Override
    public void delete(String sha256) {
        var name = ContentStore.nameOf(sha256);
        reached(() -> s3.deleteObject(request -> request.bucket(bucket).key(name)));
    }

    /** In bytes; empty when there is no such object. */
    private Optional<Long> length(String name) {
        try {
            return Optional.of(s3.headObject(request -> request.bucket(bucket).key(name)).contentLength());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    private static <T> T reached(Supplier<T> call) {
        try {
            return call.get();
        } catch (NoSuchKeyException e) {
            throw e;
        } catch (SdkException e) {
            throw unavailable(e.toString());
        }
    }

    private static Refusal unavailable(String why) {
        LOG.warn("The object store cannot be used: {}", why);
        return new Refusal(Reason.UNAVAILABLE, "文件库暂时连不上，什么都没有改动，请过几分钟再试。");
    }

    @Override
    public void close() {
        s3.close();
    }
}
