import { Fraction, Root } from '#kit/formula.tsx';
import { Symbol } from '#kit/symbol.tsx';

type Indexed = { readonly index?: string | number };

export const X = ({ index = 'i' }: Indexed) => (
  <Symbol part="x">
    x<sub>{index}</sub>
  </Symbol>
);

/** x̂, normalized. */
export const Hat = ({ index = 'i' }: Indexed) => (
  <Symbol part="normalized">
    x̂<sub>{index}</sub>
  </Symbol>
);

/** The gradient that reaches y. */
export const G = ({ index = 'i' }: Indexed) => (
  <Symbol part="upstream">
    g<sub>{index}</sub>
  </Symbol>
);

/** What is left of it. */
export const R = ({ index = 'i' }: Indexed) => (
  <Symbol part="rest">
    r<sub>{index}</sub>
  </Symbol>
);

export const Mu = () => <Symbol part="statistics">μ</Symbol>;
export const Sigma = () => <Symbol part="statistics">σ</Symbol>;
export const Gamma = () => <Symbol part="gamma">γ</Symbol>;

/** √(σ² + ε) */
export const Divisor = () => (
  <Root>
    <Symbol part="statistics">σ²</Symbol> + <Symbol part="epsilon">ε</Symbol>
  </Root>
);

/** 1/m, before a sum. */
export const Mean = () => <Fraction over={<Symbol part="count">m</Symbol>}>1</Fraction>;

/** Upright, and as high as other signs: italics have none of their own. */
export const Minus = () => <span class="plain">−</span>;

/** ∂L by something, whose letter the children are. */
export const Slope = ({ by, index }: Indexed & { readonly by: 'x' | 'y' }) => (
  <span class="slope">
    <span class="plain">∂</span>L/<span class="plain">∂</span>
    {by}
    {index !== undefined && <sub>{index}</sub>}
  </span>
);
