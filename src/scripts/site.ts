import { restorePlace, watchLanguageSwitch } from './place.ts';
import { watchTheme } from './theme.ts';

watchTheme();
watchLanguageSwitch();
restorePlace();

// Only a page with figures carries their words.
if (document.querySelector('[data-widget]')) {
  void import('./warm.ts').then(({ warmUp }) => {
    warmUp();
  });
}
