import type { SiteKey } from '#i18n/site-strings.ts';
import type { Locale } from '#i18n/locales.ts';
import type { Translate } from '#i18n/translate.ts';

export const exampleIds = ['set', 'follow', 'link', 'step', 'picture', 'class'] as const;

type ExampleId = (typeof exampleIds)[number];

/** Small pages to begin from; each is whole, and works wherever it is pasted. */
export function playgroundExamples(
  site: string,
  locale: Locale,
  t: Translate<SiteKey>,
): Readonly<Record<ExampleId, string>> {
  const script = `<script src="${site}embed.js"></script>`;
  const figure = (rest: string): string =>
    `<seikika-widget widget="conv-filter" lang="${locale}"${rest}></seikika-widget>`;
  const find = `const figure = document.querySelector('seikika-widget');`;
  return {
    set: `${script}
${figure(' ui="none"')}

<script type="module">
  ${find}
  const { query, notes } = await figure.setState({ stride: 2, kernel: [[-1, 0, 1]] });
  console.log(query, notes);

  const { arrays, computedBy } = await figure.getResult();
  const { shape, data } = arrays.linear;
  console.log(shape, Math.min(...data), Math.max(...data));
  console.log(computedBy);
</script>
`,
    follow: `${script}
${figure(' controls="stride padding dilation"')}
<table border="1"></table>

<script type="module">
  ${find}
  const table = document.querySelector('table');
  figure.addEventListener('change', async ({ detail }) => {
    const { arrays } = await figure.getResult();
    const { shape, data } = arrays.linear;
    const row = table.insertRow();
    for (const text of [detail.query, shape.join(' × '), Math.max(...data).toFixed(2)])
      row.insertCell().textContent = text;
  });
</script>
`,
    link: `${script}
${figure(' id="one" ui="none"')}
${figure(' id="two" ui="none" state="v=1&amp;stride=2"')}

<script type="module">
  const [one, two] = document.querySelectorAll('seikika-widget');
  one.addEventListener('change', async () => {
    const { params } = await one.getState();
    const { query } = await two.setState({ image: params.image, kernel: params.kernel });
    console.log(query);
  });
  await one.setState({ kernel: [[-1, 1]] });
</script>
`,
    step: `${script}
<p><button>−</button> <output>…</output> <button>+</button></p>
${figure(' ui="none"')}

<script type="module">
  ${find}
  const [back, on] = document.querySelectorAll('button');
  const { arrays } = await figure.getResult();
  const last = arrays.linear.data.length - 1;
  let step = 0;

  async function go(by) {
    step = Math.min(Math.max(step + by, 0), last);
    await figure.step({ step });
    document.querySelector('output').value = \`\${step + 1} / \${last + 1}\`;
  }

  back.onclick = () => go(-1);
  on.onclick = () => go(1);
  await go(0);
</script>
`,
    picture: `${script}
<p><button>${t('playground.take')}</button></p>
<p id="album"></p>
${figure(' ui="min"')}

<script type="module">
  ${find}
  document.querySelector('button').onclick = async () => {
    const blob = await figure.snapshot({ format: 'svg' });
    const picture = new Image(240);
    picture.src = URL.createObjectURL(blob);
    picture.alt = (await figure.getState()).query;
    document.querySelector('#album').append(picture);
    console.log(blob.type, blob.size);
  };
</script>
`,
    class: `${script}
<p>${t('playground.task')}</p>
<p>
  <label>${t('playground.name')} <input></label>
  <button>${t('playground.handIn')}</button>
</p>
<ol></ol>
${figure(' controls="kernel bias"')}

<script type="module">
  ${find}
  const name = document.querySelector('input');
  const answers = [];

  document.querySelector('button').onclick = async () => {
    const { params, query } = await figure.getState();
    const { arrays } = await figure.getResult();
    const brightest = Math.max(...arrays.linear.data);
    answers.push({ name: name.value, query, brightest });
    console.log(answers);

    const show = document.createElement('button');
    show.textContent = name.value;
    show.onclick = () => figure.setState(params);
    const item = document.createElement('li');
    item.append(show, \` \${brightest.toFixed(2)}\`);
    document.querySelector('ol').append(item);
  };
</script>
`,
  };
}
