import { type Kind, kind } from '../kind.ts';

const department = 'pantry';

export const PANTRY: Kind[] = [
  kind('coffeebag', {
    department,
    path: 'Coffee & Tea|Coffee',
    picture: 'coffeebag',
    nouns: 'Whole Bean Coffee|Ground Coffee|Espresso Beans',
    noun: 'coffee',
    price: [18, 0.3],
    share: 1.3,
    palette: 'print',
    flavours:
      'Ethiopia Guji c9603d|Colombia Huila 8b3a3a|Kenya Nyeri 6b2f4c|House Blend 3a4a5c|Decaf 7d9a86|Guatemala Antigua 4b6b4f|Sumatra 4a3b33|Breakfast Blend dfa23a|Midnight Roast 26272d',
    flavourWord: 'Flavor',
    materials: 'compostable bag',
    sizes: '8 oz|12 oz|2 lb',
    again: 0.95,
    dims: [4, 2.6, 8, 0.8],
    facts:
      '{size}, roasted to order and dated|Single farm or fixed blend, never leftovers|Bag closes and composts|Notes and brew guide on the back',
    lines:
      'Roasted in small drums, rested for a day, and posted before it turns three days old.|Sweet in the middle, clean at the end, and forgiving of a rushed morning.',
    praise:
      'The freshest beans I have had by post.|Chocolatey, sweet and never bitter.|The smell when you open the bag!|It pulls a perfect shot.|I have it on repeat.',
    gripes:
      'Too light for my taste.|A bit bitter as espresso.|The bag was not sealed well.|Roast date was three weeks ago.',
  }),
  kind('teatin', {
    department,
    path: 'Coffee & Tea|Tea',
    picture: 'teatin',
    nouns: 'Loose Leaf Tea|Tea Tin|Whole Leaf Tea',
    noun: 'tea',
    price: [16, 0.35],
    share: 1.1,
    palette: 'print',
    flavours:
      'Earl Grey 3d5478|Jasmine Green 8fb08a|English Breakfast a8442f|Rooibos c2603a|Chamomile e4bd52|Peppermint 5c9a83|Lapsang 443a38|Masala Chai 9b5a30|White Peony d8cdb8',
    flavourWord: 'Flavor',
    materials: 'steel tin',
    sizes: '2 oz|3.5 oz|8 oz',
    chosenSize: 'contents',
    again: 0.9,
    dims: [3, 3, 4.4, 0.4],
    season: [11, 0.5],
    facts:
      '{size}, about 40 cups|Whole leaves, picked this season|Two lids keep the air out|Refills come in paper',
    lines:
      'Whole leaves that open slowly and can be brewed twice.|A tin with two lids, so the last spoon tastes like the first.',
    praise:
      'Fragrant and never dusty.|I can brew the leaves twice.|The tin is so pretty I kept it.|A calm end to my day.',
    gripes: 'The flavour is a bit weak.|The tin was dented.|Pricey for the amount.',
  }),
  kind('chocolate', {
    department,
    path: 'Sweets|Chocolate',
    picture: 'chocolate',
    nouns: 'Dark Chocolate Bar|Milk Chocolate Bar|Chocolate Bar Trio',
    noun: 'chocolate',
    price: [9, 0.4],
    palette: 'print',
    flavours:
      'Sea Salt 3f6f93|Hazelnut 9b6a3a|Orange e08a34|Raspberry b33a55|72% Single Origin 4a2f27|Mint 5fa58c|Almond d0a468|Chili a8302a',
    flavourWord: 'Flavor',
    materials: 'paper wrap',
    sizes: '2.5 oz|3.5 oz|7 oz',
    again: 0.95,
    dims: [3.2, 0.4, 6.4, 0.2],
    season: [11, 0.7],
    facts:
      '{size} bar, stone ground|Cocoa bought straight from growers|No palm oil, no lecithin|Wrapped in paper and foil',
    lines: 'It snaps cleanly, melts slowly and finishes on fruit rather than sugar.',
    praise:
      'A clean snap and a long finish.|Not too sweet, just right.|It vanished in one evening.|The perfect little gift.',
    gripes: 'It arrived melted.|Too bitter for me.|Small for the price.',
  }),
  kind('oliveoil', {
    department,
    path: 'Cooking|Oils & Vinegars',
    picture: 'oliveoil',
    nouns: 'Extra Virgin Olive Oil|Finishing Olive Oil|Early Harvest Olive Oil',
    noun: 'olive oil',
    price: [26, 0.4],
    share: 0.9,
    palette: 'glass',
    flavours: 'Koroneiki 7d8a3c|Picual 5f7436|Arbequina b5a23c|Lemon d9c23f|Basil 5c8f4e|Chili b5492f',
    flavourWord: 'Flavor',
    materials: 'dark glass bottle|tin',
    sizes: '250 ml|500 ml|1 L',
    again: 0.8,
    dims: [2.8, 2.8, 10.5, 1.9],
    facts:
      '{size}, cold pressed within six hours|Acidity below 0.3 per cent|Harvest date on the neck|From one grove',
    lines: 'Green, grassy and a little peppery at the back of the throat, as it should be.',
    praise: 'Peppery, green and so fresh.|It makes plain bread a meal.|You can taste the harvest.',
    gripes: 'The cap drips.|Milder than I hoped.|The bottle was oily on arrival.',
  }),
  kind('spicejar', {
    department,
    path: 'Cooking|Spices',
    picture: 'spicejar',
    nouns: 'Spice Jar|Hand-Ground Spice|Spice Blend',
    noun: 'spice',
    price: [9, 0.35],
    palette: 'print',
    flavours:
      'Smoked Paprika b5402a|Turmeric e0a021|Za’atar 7f8a4a|Garam Masala 8a5530|Cumin a8793f|Sumac 8d2f3a|Black Pepper 3b3735|Cinnamon 9c5c33|Saffron d9762b|Dried Oregano 76824c',
    flavourWord: 'Flavor',
    materials: 'glass jar',
    sizes: '1.5 oz|2.2 oz|4 oz',
    again: 0.95,
    dims: [2, 2, 3.8, 0.35],
    facts: '{size}, ground to order|One origin, one harvest|Wide mouth fits a tablespoon|Nothing added',
    lines: 'Bought whole, toasted lightly and ground the week it ships: open the lid and step back.',
    praise:
      'So much more fragrant than supermarket spice.|The colour alone is amazing.|It changed my weeknight cooking.',
    gripes: 'The lid does not seal.|Less potent than hoped.|A few stems in it.',
  }),
  kind('honey', {
    department,
    path: 'Breakfast|Honey & Preserves',
    picture: 'honey',
    nouns: 'Raw Honey|Fruit Preserve|Honeycomb Jar',
    noun: 'jar',
    price: [14, 0.35],
    share: 0.8,
    palette: 'print',
    flavours:
      'Wildflower dc9a2c|Acacia ecc766|Heather b0662a|Apricot ee9440|Blackberry 4d2446|Sour Cherry 9c1f33|Orange Blossom eab04c|Fig 7a3f4c',
    flavourWord: 'Flavor',
    materials: 'glass jar',
    sizes: '8 oz|12 oz|16 oz',
    chosenSize: 'contents',
    again: 0.9,
    dims: [3, 3, 4, 1.1],
    facts:
      '{size}, never heated above hive temperature|From one valley|Sets and loosens with the seasons|Jar returns for a deposit',
    lines: 'Spooned straight from small batches, with nothing taken out and nothing put in.',
    praise: 'Tastes like a summer meadow.|So good on toast with butter.|Thick, floral and real.',
    gripes: 'It crystallised within a week.|The lid was sticky on arrival.|Runnier than I like.',
  }),
];
