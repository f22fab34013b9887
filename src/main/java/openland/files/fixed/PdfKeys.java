package openland.files.fixed;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import openland.files.Hidden.Kind;
import org.apache.pdfbox.cos.COSName;

/** Which entries of dictionaries are needed to show pages (ISO 32000-1); all others are left out of a copy. */
final class PdfKeys {
    /** Dictionaries whose keys anybody may choose. */
    private static final Set<COSName> MAPS = names("Font XObject ExtGState ColorSpace Pattern Shading Properties CharProcs Dests RoleMap"
            + " ClassMap Colorants");

    private static final Set<COSName> KNOWN = names("""
            A A1 ABCAlpha AIS Alt Alphabet AntiAlias ArtBox Ascent Attached AvgWidth BBox BC BE BG BG2 BM BS Background BaseEncoding BaseFont
            BaseState BitsPerComponent BitsPerCoordinate BitsPerFlag BitsPerSample BlackIs1 BlackPoint BleedBox Border
            Bounds Box ByteAlign C C0 C1 CA CIDSystemInfo CIDToGIDMap CIDSet CMapName CS CapHeight CenterWindow CharProcs CharSet ColSpan
            ColorSpace ColorTransform Colorants Colors Columns Components Coords Count CropBox D DW DW2 DamagedRowsBeforeError Decode
            DecodeParms Default DefaultCMYK DefaultGray DefaultRGB Descent DescendantFonts Dest Dests Differences Direction DisplayDocTitle
            Domain Dur Encode Encoding EndIndent EndOfBlock EndOfLine ExtGState Extend F FL Filter First FirstChar FitWindow Flags Font
            FontBBox FontDescriptor FontFamily FontFile FontFile2 FontFile3 FontMatrix FontName FontStretch FontWeight FormType Function
            FunctionType Functions G Gamma Group H HT Headers Height HideMenubar HideToolbar HideWindowUI I ID IDTree ImageMask
            Index Intent Interpolate ItalicAngle JBIG2Globals K LC LJ LL LW Lang Last LastChar Leading Length1 Length2 Length3 Limits
            List ListMode ListNumbering LastLine Luminosity M MCID MCR MK ML Marked MarkInfo Mask Matrix Matte MaxWidth MediaBox MissingWidth
            N Names Next NonFullScreenPageMode NumCopies Nums O OBJR OC OCGs OFF ON OP OPM Obj Off Order Ordering Orientation P
            PaintType Panose ParentTree ParentTreeNextKey Parent Pattern PatternType Pg Placement PageLayout PageMode PageLabels Predictor
            Prev PrintArea PrintClip PrintScaling ProcSet Process Properties Q QuadPoints R Range Rate Rect Registry Resources RI
            RoleMap Rotate RowSpan Rows S SA SM SMask SMaskInData Scope Shading ShadingType Size SpaceAfter SpaceBefore StartIndent
            StemH StemV StructParent StructParents Style Subtype Suspects Supplement TBorderStyle TK TPadding TR TR2 Tabs TextAlign
            TextIndent Tint ToUnicode TrimBox Type UCR UCR2 URI UseCMap UserProperties UserUnit V VerticesPerRow ViewArea ViewClip
            ViewerPreferences W W2 WMode WhitePoint Width Widths WritingMode XHeight XObject XStep YStep ca op Black BlackGeneration
            DeviceN Mix NChannel SeparationInfo St Kids TilingType Title BitsPerComponent LineHeight BaselineShift BorderColor BorderThickness
            Padding BlockAlign InlineAlign TBorderColor Color BackgroundColor BorderStyle TextDecorationType Summary Short""");

    private static final Set<COSName> REPLACEMENTS = names("ActualText E");
    private static final Set<COSName> ATTACHMENTS = names("EmbeddedFiles AF EF FS UF Desc AFRelationship Params CheckSum");

    private static final Map<COSName, Kind> KINDS = kinds();

    private PdfKeys() {}

    private static Set<COSName> names(String words) {
        return Arrays.stream(words.strip().split("\\s+")).map(COSName::getPDFName).collect(Collectors.toSet());
    }

    private static Map<COSName, Kind> kinds() {
        Map<Kind, Set<COSName>> byKind = Map.of(Kind.SCRIPT, names("AA JavaScript JS OpenAction Renditions"), Kind.THUMBNAIL, names("Thumb"),
                Kind.FORM_DATA, names("AcroForm Perms DSS XFA Legal"), Kind.EMBEDDED, names("EmbeddedFiles AF EF Collection"),
                Kind.EXTERNAL_LINK, names("Ref OPI SpiderInfo Threads"));
        return byKind.entrySet().stream().flatMap(entry -> entry.getValue().stream().map(name -> Map.entry(name, entry.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static boolean isMap(COSName key) {
        return MAPS.contains(key);
    }

    static boolean keeps(COSName key, boolean thorough) {
        return KNOWN.contains(key) || !thorough && (REPLACEMENTS.contains(key) || ATTACHMENTS.contains(key));
    }

    static boolean isReplacement(COSName key) {
        return REPLACEMENTS.contains(key);
    }

    /** What an entry that is left out is called. */
    static Kind kind(COSName key) {
        return KINDS.getOrDefault(key, Kind.METADATA);
    }
}
