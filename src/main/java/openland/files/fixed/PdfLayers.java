package openland.files.fixed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** Layers (optional content, ISO 32000-1 8.11): which are shown when the file is opened. */
final class PdfLayers {
    private static final COSName BASE_STATE = COSName.getPDFName("BaseState");
    private static final COSName POLICY = COSName.P;

    private final Set<COSBase> hidden = Collections.newSetFromMap(new IdentityHashMap<>());

    PdfLayers(PDDocument document) {
        var properties = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.OCPROPERTIES);
        if (properties == null) {
            return;
        }
        var standard = properties.getCOSDictionary(COSName.D);
        if (standard != null) {
            if (COSName.OFF.equals(standard.getCOSName(BASE_STATE))) {
                hidden.addAll(members(properties.getDictionaryObject(COSName.OCGS)));
                hidden.removeAll(members(standard.getDictionaryObject(COSName.ON)));
            }
            hidden.addAll(members(standard.getDictionaryObject(COSName.OFF)));
        }
    }

    /** @param group of a marked sequence, a form, a picture or an annotation; null when it belongs to no layer */
    boolean hides(@Nullable COSBase group) {
        if (!(group instanceof COSDictionary layer) || hidden.isEmpty()) {
            return false;
        }
        if (!COSName.OCMD.equals(layer.getCOSName(COSName.TYPE))) {
            return hidden.contains(layer);
        }
        var members = members(layer.getDictionaryObject(COSName.OCGS));
        long off = members.stream().filter(hidden::contains).count();
        return !members.isEmpty() && switch (layer.getNameAsString(POLICY, "AnyOn")) {
            case "AllOn" -> off > 0;
            case "AnyOff" -> off == 0;
            case "AllOff" -> off < members.size();
            default -> off == members.size();
        };
    }

    boolean any() {
        return !hidden.isEmpty();
    }

    private static List<COSBase> members(@Nullable COSBase groups) {
        var members = new ArrayList<COSBase>();
        if (groups instanceof COSDictionary) {
            members.add(groups);
        } else if (groups instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.getObject(i) instanceof COSDictionary member) {
                    members.add(member);
                }
            }
        }
        return members;
    }
}
