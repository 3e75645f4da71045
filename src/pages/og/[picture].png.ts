import type { APIRoute, GetStaticPaths } from 'astro';
import { locales, type Locale } from '#i18n/locales.ts';
import { siteStrings } from '#i18n/site-strings.ts';
import { translator } from '#i18n/translate.ts';
import { chaptersIn } from '#src/library/chapters.ts';
import { numberOf } from '#src/library/curriculum.ts';
import { ogPicture } from '#src/library/og-picture.ts';

type Props = { readonly title: string; readonly kicker: string; readonly locale: Locale };

export const getStaticPaths = (async () => {
  const perLocale = await Promise.all(
    locales.map(async (locale) => {
      const t = translator(siteStrings, locale);
      const chapters = await chaptersIn(locale);
      return [
        {
          params: { picture: `home-${locale}` },
          props: { title: t('tagline'), kicker: '', locale },
        },
        ...chapters.map(({ slug, folder, entry }) => ({
          params: { picture: `${slug}-${locale}` },
          props: {
            title: entry.data.title,
            kicker: t('chapter', { number: numberOf(folder) }),
            locale,
          },
        })),
      ];
    }),
  );
  return perLocale.flat();
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props: { title, kicker, locale } }) =>
  new Response(new Uint8Array(await ogPicture(title, kicker, locale)), {
    headers: { 'Content-Type': 'image/png' },
  });
