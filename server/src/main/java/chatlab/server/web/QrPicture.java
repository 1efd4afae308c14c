package chatlab.server.web;

import io.nayuki.qrcodegen.QrCode;

/** A QR code (ISO/IEC 18004) as a picture in SVG, dark on white in both themes, because phones read no other. */
final class QrPicture {
    /** The white frame that the standard asks for, in modules. */
    private static final int QUIET_ZONE = 4;

    private QrPicture() {}

    static String svg(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x + QUIET_ZONE).append(' ').append(y + QUIET_ZONE);
                    path.append("h1v1h-1z");
                }
            }
        }
        int size = code.size + 2 * QUIET_ZONE;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#ffffff\" d=\"M0 0h" + size + "v" + size + "h-" + size
                + "z\"/><path fill=\"#1f2328\" d=\"" + path + "\"/></svg>";
    }
}
