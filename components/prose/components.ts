import Challenge from './Challenge.astro';
import Cite from './Cite.astro';
import Correction from './Correction.astro';
import Figure from './Figure.astro';
import Note from './Note.astro';
import Predict from './Predict.astro';
import Symbol from './Symbol.astro';
import Term from './Term.astro';
import Try from './Try.astro';

/** What a chapter's MDX can use without importing it. */
export const proseComponents = {
  Challenge,
  Cite,
  Correction,
  Figure,
  Note,
  Predict,
  Symbol,
  Term,
  Try,
};
