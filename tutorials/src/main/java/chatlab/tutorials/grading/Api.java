package chatlab.tutorials.grading;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What other classes can call in some compiled classes: a line for each class, constructor, method and field that is not
 * private. No code in them is run for this.
 */
final class Api {
    private Api() {}

    /** Of the classes in this folder. */
    static Set<String> of(Path classes) throws IOException {
        Set<String> api = new HashSet<>();
        try (URLClassLoader loader =
                        new URLClassLoader(new URL[] {classes.toUri().toURL()}, Api.class.getClassLoader());
                Stream<Path> files = Files.list(classes)) {
            for (Path file : files.collect(Collectors.toList())) {
                String name = file.getFileName().toString();
                if (name.endsWith(".class")) {
                    add(Class.forName(name.substring(0, name.length() - ".class".length()), false, loader), api);
                }
            }
        } catch (ReflectiveOperationException | LinkageError e) {
            return Set.of(); // then it has nothing in common with another one
        }
        return api;
    }

    private static void add(Class<?> type, Set<String> api) {
        if (type.isSynthetic()
                || type.isAnonymousClass()
                || type.isLocalClass()
                || Modifier.isPrivate(type.getModifiers())) {
            return;
        }
        api.add(type.isInterface() + " " + type + " " + type.getSuperclass());
        for (Class<?> interfaceOfIt : type.getInterfaces()) {
            api.add(type + " is " + interfaceOfIt);
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            add(constructor, List.of(constructor.getParameterTypes()), api);
        }
        for (Method method : type.getDeclaredMethods()) {
            add(
                    method,
                    Stream.concat(Stream.of(method.getReturnType()), Arrays.stream(method.getParameterTypes()))
                            .collect(Collectors.toList()),
                    api);
        }
        for (Field field : type.getDeclaredFields()) {
            add(field, List.of(field.getType()), api);
        }
    }

    private static void add(Member member, List<Class<?>> types, Set<String> api) {
        if (!member.isSynthetic() && !Modifier.isPrivate(member.getModifiers())) {
            api.add(member.getDeclaringClass() + "." + member.getName() + " " + Modifier.isStatic(member.getModifiers())
                    + " " + types);
        }
    }
}
