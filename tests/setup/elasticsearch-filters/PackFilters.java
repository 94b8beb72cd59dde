package eli4u.filters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Puts the compiled filters into a jar: `PackFilters CLASSES JAR`. A Java runtime has no jar tool. */
public class PackFilters {
  public static void main(String[] arguments) throws Exception {
    Path classes = Path.of(arguments[0]);
    try (var found = Files.walk(classes);
        var jar = new JarOutputStream(Files.newOutputStream(Path.of(arguments[1])))) {
      List<Path> files = found.filter(Files::isRegularFile).sorted().toList();
      for (Path file : files) {
        jar.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, jar);
        jar.closeEntry();
      }
    }
  }
}
