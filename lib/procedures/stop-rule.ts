import { type Law, noLaw, type NoLawInForce, parameterOn } from './law.ts';
import type { StopRule, Suspension } from './ledger.ts';

/** The rule a stop obeys: from the law in force on the day it began, or the one the entry names. */
export function ruleOf(stop: Suspension, law: Law): StopRule | NoLawInForce {
  switch (stop.kind) {
    case 'art2c7': {
      const longest = parameterOn(law, 'art2c7SuspensionMaxDays', stop.from);
      const times = parameterOn(law, 'art2c7SuspensionTimes', stop.from);
      if (!longest) return noLaw('art2c7SuspensionMaxDays', stop.from);
      if (!times) return noLaw('art2c7SuspensionTimes', stop.from);
      return { article: longest.source.article, effect: 'suspends', times: times.value, maxDays: longest.value };
    }
    case 'art10bis': {
      // The day of the notice says which law it was sent under; the law sets no number of notices.
      const restart = parameterOn(law, 'preavvisoDiRigettoRestartDays', stop.from);
      if (!restart) return noLaw('preavvisoDiRigettoRestartDays', stop.from);
      return { article: restart.source.article, effect: 'suspends', times: null, maxDays: null };
    }
    default:
      return stop.rule;
  }
}

export function isRule(rule: StopRule | NoLawInForce): rule is StopRule {
  return !('kind' in rule);
}
