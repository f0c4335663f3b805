import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawnWords } from './contract-catalogue.ts';
import { type ContractProduct, putCategories, putProducts } from './contract-shop.ts';
import { openContract, type SearchContract, type SearchIndexFixture } from './open-contract.ts';

const products = {
  beacon: { title: 'Wi-Fi Beacon' },
  pour: { title: 'Pour-Over Carafe' },
  lantern: { title: 'Storm Lantern' },
  brewer: { title: 'Moka Brewer, 3-Cup', ratings: 900, mean: 5 },
  cup: { title: 'Porcelain Cup' },
  largePitcher: { title: 'Pitcher, 1.5 L' },
  smallPitcher: { title: 'Pitcher, 500 ml' },
  bluePail: { title: 'Enamel Pail', color: 'Blue' },
  navyPail: { title: 'Enamel Pail', color: 'Navy' },
  redPail: { title: 'Steel Pail', color: 'Red', ratings: 900, mean: 5 },
  glassBottle: { title: 'Bottle', color: 'Clear' },
  knives: { title: 'Set of Cleaver Knives' },
  mandolin: { title: 'Mandolin', category: 'music/strings' },
  mandolinStrap: { title: 'Mandolin Strap', ratings: 900, mean: 5 },
  strapBox: { title: 'Strap Box' },
  kayak: { title: 'Kayak', description: 'Comes with a parasol.' },
  parasol: { title: 'Garden Parasol' },
  headset: { title: '蓝牙耳机 无线 降噪' },
  tape: { title: 'Bonding Tape NOR.0707-60 acrylic' },
  raincoat: { title: 'Waxed Raincoat' },
  grinder: { title: 'Grinder' },
  tureen: { title: 'Tureen' },
  plate: { title: 'Porcelain Dinner Plate' },
  offRoad: { title: 'Off-Road Unicycle' },
  bench: { title: 'Two-Seat Bench' },
  compass: { title: 'Night Compass' },
  leash: { title: 'Dog Leash' },
  reed: { title: 'Dog Bed of Reed' },
  stein: { title: 'Oak Stein', category: 'steins' },
  road: { title: 'Road Unicycle', ratings: 900, mean: 5 },
  satchel: { title: 'Weathered Canvas Satchel with Brazen Buckles for Cyclists, Anglers and Botanists' },
  satchelOfTwo: { title: 'Weathered Leather Satchel for Cyclists and Botanists', ratings: 900, mean: 5 },
} satisfies Record<string, ContractProduct>;

/** Enough of them to fill the page. */
const flasks: readonly ContractProduct[] = Array.from({ length: 12 }, (_, at) => ({
  title: `Pocket Flask ${at + 1}`,
  description: 'Keeps cider cold.',
  category: 'flasks',
}));

type Name = keyof typeof products;

export function describeReadings(open: () => Promise<SearchIndexFixture>): void {
  describe('readings', () => {
    let contract: SearchContract;
    let idOf: Readonly<Record<Name, number>>;

    beforeAll(async () => {
      contract = await openContract(open);
      await putCategories(contract.db, {
        straps: 'Mandolin Straps',
        steins: 'Steins',
        flasks: 'Flasks & Steins',
      });
      await contract.db.query(
        `insert into search_synonyms (words) values ('{"storm tureen","lantern tureen"}')`,
      );
      const ids = await putProducts(contract.db, [...Object.values(products), ...flasks]);
      idOf = Object.fromEntries(Object.keys(products).map((name, at) => [name, ids[at]!])) as typeof idOf;
      await contract.index.refresh();
    }, 120_000);
    afterAll(() => contract?.close());

    const found = async (text: string): Promise<(Name | undefined)[]> => {
      const { productIds } = await contract.find(text);
      return productIds.map((id) => (Object.keys(idOf) as Name[]).find((name) => idOf[name] === id));
    };

    test.for([
      ['wifi beacon', 'beacon'],
      ['wi fi', 'beacon'],
      ['wifi', 'beacon'],
      ['pourover', 'pour'],
      ['pour over carafe', 'pour'],
      ['storm lan tern', 'lantern'],
      ['stormlantern', 'lantern'],
      ['rain coat', 'raincoat'],
      ['cleaver knife', 'knives'],
      ['2 seat bench', 'bench'],
      ['two seat bench', 'bench'],
      // An index omits `off`.
      ['off road unicycle', 'offRoad'],
      ['耳机', 'headset'],
      ['NOR.0707-60', 'tape'],
    ] as const)('%s is %s, however it is written', async ([text, name]) => {
      expect((await found(text))[0]).toBe(name);
      expect(await contract.find(text)).toMatchObject({ reading: 'as-typed', correction: null });
    });

    test('a size is no thing, and is read in other units', async () => {
      expect((await found('cup'))[0]).toBe('cup');
      expect((await found('cup')).indexOf('brewer')).not.toBe(0);
      expect((await found('3 cup brewer'))[0]).toBe('brewer');
      expect((await found('1500 ml pitcher'))[0]).toBe('largePitcher');
      expect((await found('half a litre pitcher')).slice(0, 2)).toContain('smallPitcher');
      expect((await found('0.5 liter pitcher'))[0]).toBe('smallPitcher');
    });

    test('a colour finds its shades, and stands before what has another', async () => {
      const pails = (await found('blue pail')).filter((name) => name !== undefined);
      expect(pails).toEqual(['bluePail', 'navyPail', 'redPail']);
      expect(await contract.find('blue pail')).toMatchObject({ wholeTotal: 2 });
      // A shade that is a thing elsewhere.
      expect((await contract.find('green bottle')).wholeTotal).toBeNull();
      // One word has no parts of which something could have less.
      expect(await contract.find('strap')).toMatchObject({ total: 2, wholeTotal: null });
    });

    test('the word that names the thing is never dropped', async () => {
      const page = await contract.find('scarlet turquoise pail');
      expect(page.reading).toBe('relaxed');
      expect(page.productIds.toSorted()).toEqual([idOf.bluePail, idOf.navyPail, idOf.redPail].toSorted());
    });

    test('the thing itself is found where only others have all of the text', async () => {
      expect((await found('cider stein'))[0]).toBe('stein');
      expect(await contract.find('cider stein')).toMatchObject({ total: flasks.length + 1, wholeTotal: 0 });
    });

    test('what synonyms join is words again where nothing is called so', async () => {
      expect(await found('storm tureen')).toContain('tureen');
    });

    test('two things that nothing is at once are both shown', async () => {
      const page = await contract.find('grinder tureen');
      expect(page.reading).toBe('relaxed');
      expect(page.productIds.toSorted()).toEqual([idOf.grinder, idOf.tureen].toSorted());
    });

    test('what a title is about stands before what a description mentions', async () => {
      expect((await found('parasol'))[0]).toBe('parasol');
      expect((await found('mandolin'))[0]).toBe('mandolin');
    });

    test('a product’s own number finds it', async () => {
      const { rows } = await contract.db.query('select parent_asin from products where product_id = $1', [
        idOf.tape,
      ]);
      const { parent_asin } = rows[0] as { parent_asin: string };
      for (const text of [parent_asin, parent_asin.toLowerCase(), ` ${parent_asin} `])
        expect((await contract.find(text)).productIds, text).toEqual([idOf.tape]);
    });

    test('a title is found whichever of its words has a slip', async () => {
      const words = products.satchel.title.split(' ');
      for (const [at, word] of words.entries()) {
        if (word.length < 4) continue;
        const typed = words.with(at, `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}`).join(' ');
        expect((await found(typed))[0], typed).toBe('satchel');
      }
    });

    test('words that the catalogue knows are never taken for others', async () => {
      const known = [
        ...drawnWords,
        'pail',
        'pitcher',
        'cup',
        'tape',
        'grinder',
        'kayak',
        'bottle',
        'trellis',
      ];
      for (const [at, word] of known.entries()) {
        const text = `${word} ${known[(5 * at + 3) % known.length]}`;
        expect((await contract.find(text)).reading, text).not.toBe('corrected');
      }
    });

    test('a word of the language that the shop does not have is not taken for one that it has', async () => {
      for (const text of ['cap', 'tale', 'nail pail', 'towel tape', 'hammer']) {
        const { correction } = await contract.find(text);
        expect(correction, text).toBeNull();
      }
    });

    test('what is misspelt is read together with the words beside it', async () => {
      expect(await contract.find('enamle pial')).toMatchObject({
        reading: 'corrected',
        correction: 'enamel pail',
      });
      expect(await contract.find('bonding tpae acrilic')).toMatchObject({
        correction: 'bonding tape acrylic',
      });
      expect(await contract.find('grindr xqzvwkj')).toMatchObject({
        reading: 'relaxed',
        correction: 'grinder xqzvwkj',
      });
      expect(await contract.find('nite compass')).toMatchObject({ correction: 'night compass' });
      // A word of shoppers that no product has.
      expect(await contract.find('dog leed')).toMatchObject({ correction: 'dog lead' });
      expect((await found('dog leed'))[0]).toBe('leash');
      // A word of the language that no product of the shop has.
      expect(await contract.find('diner plaet')).toMatchObject({ correction: 'dinner plate' });
    });
  });
}
