package eli4u.filters;

import java.io.Reader;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.elasticsearch.plugin.Inject;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.CharFilterFactory;
import org.elasticsearch.plugin.settings.AnalysisSettings;
import org.elasticsearch.plugin.settings.StringSetting;

/** `pattern_replace` as the full distribution has it, for the settings that schemas/search uses. */
@NamedComponent("pattern_replace")
public class SeparatorCharFilter implements CharFilterFactory {
  private final Pattern pattern;
  private final String replacement;

  @AnalysisSettings
  public interface Settings {
    @StringSetting(path = "pattern", defaultValue = "")
    String pattern();

    @StringSetting(path = "replacement", defaultValue = "")
    String replacement();
  }

  @Inject
  public SeparatorCharFilter(Settings settings) {
    this.pattern = Pattern.compile(settings.pattern());
    this.replacement = settings.replacement();
  }

  @Override
  public Reader create(Reader reader) {
    return new PatternReplaceCharFilter(pattern, replacement, reader);
  }

  @Override
  public Reader normalize(Reader reader) {
    return create(reader);
  }
}
