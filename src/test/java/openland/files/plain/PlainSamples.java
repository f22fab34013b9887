package openland.files.plain;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import openland.files.Format;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** Texts, pages and archives made by hand. */
final class PlainSamples {
    static final String SHOWN = "国有建设用地使用权出让公告";

    private PlainSamples() {}

    /** An entry's remark, extra and time are to be set by {@code change}. */
    interface Change {
        void to(ZipEntry entry) throws Exception;
    }

    static byte[] zip(Object... entries) throws Exception {
        return zip("", entry -> { }, entries);
    }

    static byte[] zip(String remark, Change change, Object... entries) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.setComment(remark);
            for (int i = 0; i < entries.length; i += 2) {
                var entry = new ZipEntry((String) entries[i]);
                change.to(entry);
                zip.putNextEntry(entry);
                zip.write(entries[i + 1] instanceof byte[] bytes ? bytes : ((String) entries[i + 1]).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    static ObjectProvider<Format> formats(Format... formats) {
        var beans = new DefaultListableBeanFactory();
        for (var format : formats) {
            beans.registerSingleton(format.getClass().getName(), format);
        }
        return beans.getBeanProvider(Format.class);
    }

    static byte[] page(String head, String body) {
        return ("<!DOCTYPE html><html><head><meta charset=\"utf-8\">" + head + "</head><body><h1>" + SHOWN + "</h1>" + body + "</body></html>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
