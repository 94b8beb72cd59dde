import { describeSuggest } from './describe-suggest.ts';
import { makeElasticsearchEngine } from './elasticsearch-engine.ts';

describeSuggest('Elasticsearch', makeElasticsearchEngine);
