package openland.office.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import openland.office.SecondFactors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The QR code of a secret as SVG: black on white also on a dark page, because scanners want it so. */
final class QrCode {
    private static final Map<EncodeHintType, ?> HINTS = Map.of(EncodeHintType.MARGIN, 4, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);

    private QrCode() {}

    /** As an answer that nobody keeps. */
    static ResponseEntity<String> answer(SecondFactors.Secret secret) {
        return ResponseEntity.ok().contentType(MediaType.valueOf("image/svg+xml")).header("Cache-Control", "no-store").body(svg(secret.address()));
    }

    static String svg(String text) {
        try {
            var matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
            return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + matrix.getWidth() + " " + matrix.getHeight()
                    + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + matrix.getWidth() + "v" + matrix.getHeight()
                    + "H0z\"/><path d=\"" + path(matrix) + "\"/></svg>";
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String path(BitMatrix matrix) {
        var path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
