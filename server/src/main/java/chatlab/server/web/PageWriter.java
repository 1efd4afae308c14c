package chatlab.server.web;

import static chatlab.server.web.LabPage.WORDS;

import chatlab.protocol.Endpoint;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Writes the pages: the one that tells how to join, and those with one sentence. The templates escape all that is filled in, as
 * the title is a text of the instructor. Safe for use by several threads.
 */
final class PageWriter {
    private static final String HTML = "text/html; charset=utf-8";
    private static final double MEGABYTE = 1_000_000;

    private final String title;
    private final Place place;
    private final Map<String, KitFile> downloads;
    private final boolean hasBook;
    private final Once<Template> join = new Once<>(() -> template("join.html"));
    private final Once<Template> wall = new Once<>(() -> template("wall.html"));
    private final Once<Template> message = new Once<>(() -> template("message.html"));

    /** @param downloads the files of the kit by name */
    PageWriter(String title, Place place, Map<String, KitFile> downloads, boolean hasBook) {
        this.title = title;
        this.place = place;
        this.downloads = downloads;
        this.hasBook = hasBook;
    }

    private static Template template(String name) throws IOException {
        return Mustache.compiler()
                .escapeHTML(true)
                .emptyStringIsFalse(true)
                .compile(new String(MemoryContent.read(name), StandardCharsets.UTF_8));
    }

    /** The page for a visitor that reaches this machine at {@code host}. */
    Content join(String host) throws IOException {
        Map<String, Object> values = values(host);
        values.put("qr-of", WORDS.get("qr-of", place.pageAt(host)));
        values.put("window", download(KitFiles.WINDOW));
        values.put("terminal", download(KitFiles.TERMINAL));
        values.put("server", download(KitFiles.SERVER));
        values.put("zip", download(KitFiles.ZIP));
        values.put("book", hasBook ? "/book/index.html" : "");
        return MemoryContent.ofText(HTML, join.get().execute(values));
    }

    /** The page for the projector. */
    Content wall(String host) throws IOException {
        return MemoryContent.ofText(HTML, wall.get().execute(values(host)));
    }

    Content qr(String host) {
        return MemoryContent.ofText("image/svg+xml", QrPicture.svg(place.pageAt(host) + "/"));
    }

    /** @param link where the page with more on it is */
    Content message(String head, String text, String link) throws IOException {
        Map<String, Object> values = values();
        values.put("head", head);
        values.put("text", text);
        values.put("link", link);
        return MemoryContent.ofText(HTML, message.get().execute(values));
    }

    private Map<String, Object> values(String host) {
        Map<String, Object> values = values();
        values.put("host", host);
        values.put("port", String.valueOf(place.chatPort()));
        values.put("room", new Endpoint(host, place.chatPort()).toString());
        values.put("page", place.pageAt(host));
        return values;
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", title);
        values.put("words", (Mustache.CustomContext) WORDS::get);
        return values;
    }

    /** What the page says of a file, or "" (which counts as false) if there is none to download. */
    private Object download(String name) {
        KitFile file = downloads.get(name);
        if (file == null || !file.isUnchanged()) {
            return "";
        }
        try {
            return Map.of(
                    "name", name,
                    "button", WORDS.get("download", name),
                    "size", String.format(Locale.ROOT, "%.1f MB", file.length() / MEGABYTE),
                    "sha256", file.sha256());
        } catch (IOException e) {
            return ""; // it has gone meanwhile, or may not be read
        }
    }
}
