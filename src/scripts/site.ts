import { restorePlace, watchLanguageSwitch } from './place.ts';
import { watchTheme } from './theme.ts';

watchTheme();
watchLanguageSwitch();
restorePlace();

// Only a page with figures carries their words, and a presenter's window shows pictures of them.
const computes = !new URLSearchParams(location.search).has('presenter');
if (computes && document.querySelector('[data-widget]')) {
  void import('./warm.ts').then(({ warmUp }) => {
    warmUp();
  });
}
