import { elasticsearchCapabilities } from './capabilities.ts';
import { describeSearch } from './describe-search.ts';
import { makeElasticsearchEngine } from './elasticsearch-engine.ts';

describeSearch('Elasticsearch', elasticsearchCapabilities, makeElasticsearchEngine);
