package openland.files.fixed;

import static openland.files.fixed.PictureSamples.ascii;
import static openland.files.fixed.PictureSamples.chunk;
import static openland.files.fixed.PictureSamples.deflated;
import static openland.files.fixed.PictureSamples.exif;
import static openland.files.fixed.PictureSamples.gifWith;
import static openland.files.fixed.PictureSamples.inserted;
import static openland.files.fixed.PictureSamples.joined;
import static openland.files.fixed.PictureSamples.jpegWith;
import static openland.files.fixed.PictureSamples.picture;
import static openland.files.fixed.PictureSamples.pngWith;
import static openland.files.fixed.PictureSamples.profile;
import static openland.files.fixed.PictureSamples.tiffWith;
import static openland.files.fixed.PictureSamples.webpWith;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import openland.files.Hidden.Kind;
import openland.files.HidingPlace;
import openland.files.HidingPlace.Planting;

/** Where pictures hide words. */
public final class PictureHidingPlaces {
    private PictureHidingPlaces() {}

    public static List<HidingPlace> all() {
        return Stream.of(jpeg(), png(), gif(), tiff(), webp(), bmp()).flatMap(List::stream).toList();
    }

    private static HidingPlace place(String name, String extension, Planting planting) {
        return new HidingPlace(name, extension.toUpperCase(), "现场照片." + extension,
                name.contains("thumbnail") ? Kind.THUMBNAIL : Kind.PICTURE_METADATA, planting);
    }

    private static List<HidingPlace> jpeg() {
        return List.of(
                place("EXIF description", "jpg", m -> jpegWith(0xe1, joined(ascii("Exif\0\0"), exif(6, 0x10e, ascii(m), "")))),
                place("EXIF owner", "jpg", m -> jpegWith(0xe1, joined(ascii("Exif\0\0"), exif(1, 0x13b, ascii(m), "")))),
                place("EXIF comment in UTF-16", "jpg",
                        m -> jpegWith(0xe1, joined(ascii("Exif\0\0"), exif(3, 0x9c9c, m.getBytes(StandardCharsets.UTF_16LE), "")))),
                place("EXIF thumbnail", "jpg", m -> jpegWith(0xe1, joined(ascii("Exif\0\0"), exif(8, 0x10e, ascii("x"), m)))),
                place("XMP", "jpg", m -> jpegWith(0xe1, ascii("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + m + "</x:xmpmeta>"))),
                place("XMP, second part", "jpg", m -> jpegWith(0xe1, ascii("http://ns.adobe.com/xmp/extension/\0" + m))),
                place("IPTC caption", "jpg", m -> jpegWith(0xed, ascii("Photoshop 3.0\0008BIM\4\4\0\0\0\20\34\2x\0" + (char) m.length() + m))),
                place("comment", "jpg", m -> jpegWith(0xfe, ascii(m))),
                place("comment in Chinese", "jpg", m -> jpegWith(0xfe, ("举报人" + m).getBytes(StandardCharsets.UTF_8))),
                place("maker's segment", "jpg", m -> jpegWith(0xe7, ascii(m))),
                place("Adobe's segment with more in it", "jpg", m -> jpegWith(0xee, ascii("Adobe\0d\0\0\0\0\1" + m))),
                place("several pictures", "jpg", m -> jpegWith(0xe2, ascii("MPF\0" + m))),
                place("JFIF thumbnail", "jpg", m -> jpegWith(0xe0, ascii("JFIF\0\1\2\0\0\1\0\1\4\4" + m))),
                place("JFXX thumbnail", "jpg", m -> jpegWith(0xe0, ascii("JFXX\0\20" + m))),
                place("reserved segment", "jpg", m -> jpegWith(0xf3, ascii(m))),
                place("colour profile", "jpg", m -> jpegWith(0xe2, joined(ascii("ICC_PROFILE\0\1\1"), profile(m)))),
                place("between segments", "jpg", m -> inserted(picture("jpeg"), 20, ascii(m))),
                place("behind the end", "jpg", m -> joined(picture("jpeg"), ascii(m))),
                place("second picture behind the end", "jpg", m -> joined(picture("jpeg"), jpegWith(0xfe, ascii(m)))));
    }

    private static List<HidingPlace> png() {
        return List.of(
                place("text", "png", m -> pngWith("tEXt", ascii("Author\0" + m))),
                place("text, packed", "png", m -> pngWith("zTXt", joined(ascii("Comment\0\0"), deflated(ascii(m))))),
                place("international text", "png", m -> pngWith("iTXt", ("Title\0\0\0zh\0标题\0" + m).getBytes(StandardCharsets.UTF_8))),
                place("international text, packed", "png", m -> pngWith("iTXt", joined(ascii("Title\0\1\0zh\0t\0"), deflated(ascii(m))))),
                place("keyword", "png", m -> pngWith("tEXt", ascii(m + "\0x"))),
                place("EXIF", "png", m -> pngWith("eXIf", exif(6, 0x10e, ascii(m), ""))),
                place("EXIF thumbnail", "png", m -> pngWith("eXIf", exif(1, 0x10e, ascii("x"), m))),
                place("colour profile", "png", m -> pngWith("iCCP", joined(ascii("sRGB\0\0"), deflated(profile(m))))),
                place("name of the colour profile", "png", m -> pngWith("iCCP", joined(ascii(m + "\0\0"), deflated(profile("sRGB"))))),
                place("suggested palette", "png", m -> pngWith("sPLT", ascii(m + "\0\10"))),
                place("private chunk", "png", m -> pngWith("opLd", ascii(m))),
                place("Fireworks chunk", "png", m -> pngWith("prVW", ascii(m))),
                place("chunk behind the pixels", "png", m -> {
                    var png = picture("png");
                    return inserted(png, png.length - 12, chunk("tEXt", ascii("Comment\0" + m)));
                }),
                place("end with a body", "png", m -> {
                    var png = picture("png");
                    return joined(Bytes.big(png).part(0, png.length - 12L), chunk("tEXt", ascii("a\0" + m)), chunk("IEND", new byte[0]));
                }),
                place("behind the end", "png", m -> joined(picture("png"), ascii(m))),
                place("second picture behind the end", "png", m -> joined(picture("png"), pngWith("tEXt", ascii("a\0" + m)))));
    }

    private static List<HidingPlace> gif() {
        return List.of(
                place("comment", "gif", m -> gifWith(ascii("!\u00fe" + (char) m.length() + m + "\0"))),
                place("comment in two blocks", "gif", m -> gifWith(ascii("!\u00fe\3abc" + (char) m.length() + m + "\0"))),
                place("plain text", "gif", m -> gifWith(ascii("!\1\14\0\0\0\0\0\0\0\0\1\1\1\0" + (char) m.length() + m + "\0"))),
                place("XMP", "gif", m -> gifWith(ascii("!\u00ff\13XMP DataXMP" + (char) m.length() + m + "\0"))),
                place("loop with more in it", "gif", m -> gifWith(ascii("!\u00ff\13NETSCAPE2.0\3\1\0\0" + (char) m.length() + m + "\0"))),
                place("unknown extension", "gif", m -> gifWith(ascii("!\u00aa" + (char) m.length() + m + "\0"))),
                place("behind the end", "gif", m -> joined(picture("gif"), ascii(m))));
    }

    private static List<HidingPlace> tiff() {
        var none = new byte[0];
        return List.of(
                place("description", "tif", m -> tiffWith(270, 2, ascii(m + "\0"), none)),
                place("maker", "tif", m -> tiffWith(271, 2, ascii(m + "\0"), none)),
                place("page name", "tif", m -> tiffWith(285, 2, ascii(m + "\0"), none)),
                place("software", "tif", m -> tiffWith(305, 2, ascii(m + "\0"), none)),
                place("artist", "tif", m -> tiffWith(315, 2, ascii(m + "\0"), none)),
                place("host computer", "tif", m -> tiffWith(316, 2, ascii(m + "\0"), none)),
                place("XMP", "tif", m -> tiffWith(700, 1, ascii("<x:xmpmeta>" + m), none)),
                place("copyright", "tif", m -> tiffWith(33432, 2, ascii(m + "\0"), none)),
                place("IPTC", "tif", m -> tiffWith(33723, 7, ascii(m), none)),
                place("Photoshop layers", "tif", m -> tiffWith(37724, 7, ascii(m), none)),
                place("colour profile", "tif", m -> tiffWith(34675, 7, profile(m), none)),
                place("private tag", "tif", m -> tiffWith(65000, 7, ascii(m), none)),
                place("map position (GeoTIFF)", "tif", m -> tiffWith(34737, 2, ascii(m), none)),
                place("behind everything", "tif", m -> tiffWith(0, 0, none, ascii(m))));
    }

    private static List<HidingPlace> webp() {
        return List.of(
                place("EXIF", "webp", m -> webpWith("EXIF", exif(6, 0x10e, ascii(m), ""))),
                place("EXIF thumbnail", "webp", m -> webpWith("EXIF", exif(1, 0x10e, ascii("x"), m))),
                place("XMP", "webp", m -> webpWith("XMP ", ascii(m))),
                place("colour profile", "webp", m -> webpWith("ICCP", profile(m))),
                place("unknown chunk", "webp", m -> webpWith("nOtE", ascii(m))),
                place("behind the end", "webp", m -> joined(PictureSamples.WEBP, ascii(m))));
    }

    private static List<HidingPlace> bmp() {
        return List.of(
                place("before the pixels", "bmp", m -> {
                    var bmp = inserted(picture("bmp"), 54, ascii(m));
                    bmp[10] = (byte) (54 + m.length());
                    return bmp;
                }),
                place("behind the pixels", "bmp", m -> joined(picture("bmp"), ascii(m))));
    }
}
