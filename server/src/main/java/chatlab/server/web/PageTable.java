package chatlab.server.web;

import static chatlab.server.web.LabPage.WORDS;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that the page has, by path. It is made once, at the start, and the path of a request is only looked up in it: no request
 * can lead to another file of this machine. Immutable.
 */
final class PageTable {
    private static final String FONTS = "/com/formdev/flatlaf/fonts/inter/";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "jar", "application/java-archive",
            "zip", "application/zip");

    private final Map<String, Content> fixed = new LinkedHashMap<>();
    private final PageWriter pages;

    PageTable(String title, Place place, KitFiles kit) {
        put("/page.css", MemoryContent.ofResource(typeOf("page.css"), "page.css"));
        put("/page.js", MemoryContent.ofResource(typeOf("page.js"), "page.js"));
        put("/wall.css", MemoryContent.ofResource(typeOf("wall.css"), "wall.css"));
        put("/wall.js", MemoryContent.ofResource(typeOf("wall.js"), "wall.js"));
        put("/favicon.svg", MemoryContent.ofResource(typeOf("favicon.svg"), "favicon.svg"));
        put("/inter-regular.otf", MemoryContent.ofResource("font/otf", FONTS + "Inter-Regular.otf"));
        put("/inter-semibold.otf", MemoryContent.ofResource("font/otf", FONTS + "Inter-SemiBold.otf"));
        Map<String, KitFile> downloads = new LinkedHashMap<>();
        for (String name : new String[] {KitFiles.WINDOW, KitFiles.TERMINAL, KitFiles.SERVER, KitFiles.ZIP}) {
            kit.find(name).flatMap(PageTable::file).ifPresent(file -> downloads.put(name, file));
        }
        downloads.forEach((name, file) -> put("/" + name, file));
        Map<String, Path> book = kit.book();
        book.forEach((name, path) -> file(path).ifPresent(file -> put("/book/" + name, file)));
        this.pages = new PageWriter(title, place, downloads, !book.isEmpty());
    }

    private void put(String path, Content content) {
        fixed.put(path, content);
    }

    /** Empty if the file cannot be read: then the page is without it. */
    private static Optional<KitFile> file(Path path) {
        try {
            return Optional.of(new KitFile(path, typeOf(path.getFileName().toString())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A browser shows any other file as text, and runs none of them. */
    private static String typeOf(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain; charset=utf-8");
    }

    /**
     * What {@code path} leads to, or null.
     *
     * @param path as the request has it, with its escapes: no path in the table needs one
     * @param host the address to show to this visitor
     */
    Content find(String path, String host) throws IOException {
        if (path.equals("/")) {
            return pages.join(host);
        }
        if (path.equals(LabPage.WALL)) {
            return pages.wall(host);
        }
        return path.equals("/qr.svg") ? pages.qr(host) : fixed.get(path);
    }

    /** A page that says one thing, such as why a request is refused, with a link to the page of the room. */
    Content message(String link, String key, Object... arguments) throws IOException {
        return pages.message(WORDS.get(key + "-head"), WORDS.get(key, arguments), link);
    }
}
