package eli4u.filters;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenFilterFactory;
import org.tartarus.snowball.ext.ItalianStemmer;

/** `stemmer` as the full distribution has it for `"language": "italian"`. */
@NamedComponent("stemmer")
public class ItalianStemFilter implements TokenFilterFactory {
  @Override
  public TokenStream create(TokenStream tokens) {
    return new SnowballFilter(tokens, new ItalianStemmer());
  }
}
