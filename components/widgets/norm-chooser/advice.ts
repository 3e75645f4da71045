import { rules, type Condition, type Rule, type RuleName } from './evidence.ts';
import { norms, type Architecture, type NormName, type Task } from './norms.ts';

export type Situation = {
  readonly task: Task;
  readonly architecture: Architecture;
  readonly batch: number;
  /** Cells of a map: H · W. */
  readonly cells: number;
};

/** An answer that a rule may depend on. */
export type Question = keyof Condition;

export type Advice = {
  readonly norm: NormName;
  /** Sum of the points of all rules that speak. */
  readonly points: number;
  /** Rules that speak, those in favour first. */
  readonly reasons: readonly RuleName[];
};

const names = Object.keys(rules) as RuleName[];

export const ruleOf = (name: RuleName): Rule => rules[name];

/** The answers that a rule has looked at. */
export const questionsOf = (name: RuleName): readonly Question[] =>
  Object.keys(rules[name].when) as Question[];

/** All norms, the best advised first; of equals, those that a rule speaks of, in the order of `norms`. */
export function adviceFor(situation: Situation): Advice[] {
  const spoken = names.filter((name) => applies(ruleOf(name).when, situation));
  return norms
    .map((norm) => {
      const reasons = spoken
        .filter((name) => rules[name].norm === norm)
        .sort((a, b) => rules[b].points - rules[a].points);
      return { norm, points: reasons.reduce((sum, name) => sum + rules[name].points, 0), reasons };
    })
    .sort(
      (a, b) => b.points - a.points || Number(b.reasons.length > 0) - Number(a.reasons.length > 0),
    );
}

/** The norms with the most points: several where the rules do not decide, none where they favour none. */
export function firstOf(advice: readonly Advice[]): NormName[] {
  const [{ points: most }] = advice;
  return advice.filter(({ points }) => points > 0 && points === most).map(({ norm }) => norm);
}

function applies(
  { task, architecture, batch, cells, values }: Condition,
  situation: Situation,
): boolean {
  return (
    (task?.includes(situation.task) ?? true) &&
    (architecture?.includes(situation.architecture) ?? true) &&
    isWithin(situation.batch, batch) &&
    isWithin(situation.cells, cells) &&
    isWithin(situation.batch * situation.cells, values)
  );
}

const isWithin = (value: number, bounds: readonly [number, number] | undefined): boolean =>
  !bounds || (value >= bounds[0] && value <= bounds[1]);
