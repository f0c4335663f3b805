import { type Kind, kind } from '../kind.ts';

const department = 'kitchen';

export const KITCHEN: Kind[] = [
  kind('mug', {
    department,
    path: 'Drinkware|Mugs & Cups',
    picture: 'mug',
    nouns: 'Stoneware Mug|Ribbed Mug|Rounded Latte Mug|Dipped Mug',
    noun: 'mug',
    price: [19, 0.35],
    share: 1.6,
    palette: 'glaze',
    materials: 'stoneware|porcelain|speckled clay',
    sizes: '10 oz|12 oz|16 oz',
    comesInColours: true,
    again: 0.8,
    dims: [4.8, 3.5, 3.9, 0.9],
    facts:
      'Holds {size} with room for milk|Glazed inside and out, with a bare clay foot ring|Handle fits three fingers comfortably|Dishwasher and microwave safe|Each glaze pools a little differently, so no two match exactly|Stacks two high in a standard cupboard',
    lines:
      'The wall is thrown thick enough to keep a drink warm and thin enough at the lip to drink from well.|The {color} glaze breaks to a lighter tone along the rim, the way good studio pottery does.|It was shaped around a slow first cup rather than a paper one.',
    praise:
      'Keeps coffee hot through a slow breakfast.|The handle actually fits my whole hand.|The glaze is even prettier than in the photos.|It feels solid without being heavy.|The rim is thin and lovely to drink from.',
    gripes:
      'The handle gets hot in the microwave.|Smaller than I pictured.|The glaze had a pinhole near the base.|It marks the table unless you sand the foot a little.',
  }),
  kind('frenchpress', {
    department,
    path: 'Coffee & Tea|French Presses',
    picture: 'frenchpress',
    nouns: 'French Press|Double-Wall French Press|Wood-Lid Coffee Press',
    noun: 'French press',
    price: [42, 0.4],
    palette: 'metal',
    materials: 'borosilicate glass and steel|stainless steel|glass and beech',
    sizes: '3-Cup|4-Cup|8-Cup',
    again: 0.1,
    dims: [6.5, 4.2, 9.6, 1.9],
    facts:
      'Brews {size} batches in four minutes|Two-layer steel mesh keeps fines out of the cup|Carafe lifts out of the frame for washing|Handle sits well clear of the glass|Spare gasket in the box',
    lines:
      'The plunger runs straight and seals with a firm, even push, so the cup stays clean to the last sip.|It makes the kind of full-bodied coffee that paper filters take away.',
    praise:
      'Hardly any sediment, even with a coarse supermarket grind.|The plunger glides down without that awful scraping.|It comes apart in seconds for cleaning.|It pours without a single drip.|Sunday mornings are better with it.',
    gripes:
      'The glass is thinner than I would like.|Coffee cools quickly in it.|The screws on the frame loosen over time.|The lid rattles.',
  }),
  kind('grinder', {
    department,
    path: 'Coffee & Tea|Coffee Grinders',
    picture: 'grinder',
    nouns: 'Hand Coffee Grinder|Burr Coffee Grinder',
    noun: 'grinder',
    price: [68, 0.5],
    palette: 'metal',
    materials: 'steel and walnut|anodised aluminium|steel and oak',
    sizes: '30 g|40 g',
    again: 0.08,
    dims: [5, 5, 8.5, 1.8],
    facts:
      'Conical steel burrs with 24 settings, from espresso to French press|Grinds {size} of beans in under a minute|Crank folds flat against the body|Grounds catcher screws off with a quarter turn',
    lines:
      'Steel burrs sit on two bearings, so the grind stays even from the first turn to the last.|Twenty-four clicks take you from Turkish fine to cold-brew coarse without guesswork.',
    praise:
      'The grind is far more even than my old blade grinder.|Quiet enough not to wake the house.|You can taste the difference in the first cup.|It feels like a precision tool.|The clicks make it easy to return to your setting.',
    gripes:
      'It takes some muscle on light roasts.|The catcher is a touch small for two cups.|Static makes the grounds cling.|The handle slipped off once mid-grind.',
  }),
  kind('kettle', {
    department,
    path: 'Coffee & Tea|Kettles',
    picture: 'kettle',
    nouns: 'Gooseneck Kettle|Stovetop Kettle|Pour-Over Kettle',
    noun: 'kettle',
    price: [58, 0.45],
    palette: 'metal',
    materials: 'brushed stainless steel|enamelled steel',
    sizes: '0.9 L|1.2 L|1.5 L',
    again: 0.08,
    dims: [10.5, 6, 8, 2.1],
    facts:
      '{size} capacity, works on gas, electric and induction|Spout pours a thread or a stream, as you like|Counterbalanced handle|Lid stays put at a full tilt',
    lines:
      'The spout is drawn long and narrow for a slow, exact pour over grounds or leaves.|The base is flat and heavy, so it heats fast and does not wander on the hob.',
    praise:
      'The pour is beautifully controlled.|It boils faster than I expected.|It looks great left out on the stove.|The handle is well balanced.',
    gripes:
      'Water spots show if you do not dry it.|The whistle is shrill.|The lid is fiddly with wet hands.|It holds less than my old one.',
  }),
  kind('knife', {
    department,
    path: 'Cookware & Prep|Kitchen Knives',
    picture: 'knife',
    nouns: "Chef's Knife|Santoku Knife|Utility Knife",
    noun: 'knife',
    price: [74, 0.6],
    palette: 'wood',
    materials: 'high-carbon steel|German stainless steel|67-layer steel',
    sizes: '6 in|8 in|10 in',
    again: 0.3,
    dims: [13, 1, 2, 0.5],
    facts:
      '{size} blade hardened to 60 HRC|Full tang with a {color} handle|Ground to 15 degrees a side|Rounded spine for a relaxed pinch grip|Sharpened for life by post',
    lines:
      'A thin, tall blade drops through onions and holds its edge between weekly hones.|The handle is shaped for a pinch grip and finished with oil, so it feels better as it ages.',
    praise:
      'It slides through tomatoes without any pressure.|Beautiful balance right at the bolster.|Still razor sharp after two months of daily use.|It made cooking feel like less of a chore.',
    gripes:
      'The edge chipped on a squash.|The handle is slim for large hands.|It spots if you leave it wet.|It needed honing out of the box.',
  }),
  kind('dutchoven', {
    department,
    path: 'Cookware & Prep|Dutch Ovens & Casseroles',
    picture: 'dutchoven',
    nouns: 'Enameled Dutch Oven|Cast Iron Casserole|Braising Pot',
    noun: 'Dutch oven',
    price: [128, 0.45],
    palette: 'enamel',
    materials: 'enamelled cast iron',
    sizes: '4 qt|5.5 qt|7 qt',
    again: 0.15,
    dims: [12.5, 10, 7, 11.5],
    season: [10, 0.4],
    facts:
      '{size}, enough for a whole chicken|Lid bastes with rows of little spikes|For hob, oven and table, up to 500 F|Pale interior shows when the onions brown|Works on induction',
    lines:
      'Heavy iron holds a low simmer for hours and browns evenly right up to the edge.|It moves from hob to oven to table, and in {color} it earns its place there.',
    praise:
      'The best bread I have ever baked came out of this pot.|It browns meat evenly with no hot spots.|Everything wipes off the enamel.|It is a showpiece on the stove.',
    gripes:
      'It is seriously heavy when full.|The enamel chipped near the rim.|The knob gets very hot.|Light interior stains with turmeric.',
  }),
  kind('skillet', {
    department,
    path: 'Cookware & Prep|Frying Pans',
    picture: 'skillet',
    nouns: 'Cast Iron Skillet|Carbon Steel Pan|Nonstick Frying Pan',
    noun: 'pan',
    price: [52, 0.5],
    palette: 'metal',
    materials: 'pre-seasoned cast iron|carbon steel|ceramic-coated aluminium',
    sizes: '8 in|10 in|12 in',
    again: 0.3,
    dims: [18, 10.5, 2.5, 4.2],
    facts:
      '{size} across, with pour lips on both sides|Handle riveted three times|Goes into the oven, up to 480 F|Suitable for induction|Arrives ready to cook on',
    lines:
      'It takes a fierce heat, keeps it, and gives a steak the crust it deserves.|Eggs slide from the second week on, once the surface has learned its job.',
    praise:
      'Eggs slide right off.|It sears like a restaurant pan.|Even heat right to the rim.|It is a pleasure to cook with.',
    gripes:
      'The handle gets hot, so keep a mitt near.|It needed more seasoning than promised.|A bit heavy for one hand.|The coating wore after a few months.',
  }),
  kind('board', {
    department,
    path: 'Cookware & Prep|Cutting Boards',
    picture: 'board',
    nouns: 'End-Grain Cutting Board|Cutting Board with Juice Groove|Paddle Serving Board',
    noun: 'board',
    price: [46, 0.45],
    palette: 'wood',
    materials: 'solid hardwood|FSC-certified hardwood',
    sizes: '12 x 8 in|16 x 10 in|18 x 12 in',
    dims: [16, 10, 1.2, 4],
    facts:
      '{size}, one and a quarter inches thick|Oiled and waxed by hand|Rubber feet keep it still|Reversible, with one flat side for bread|Gentle on knife edges',
    lines:
      'Cut from one run of {color}, it is kind to edges and heavy enough to stay where you put it.|A rub of oil once a month keeps the grain deep and the surface tight.',
    praise:
      'The grain is gorgeous.|It does not move an inch while I chop.|It is kind to my good knives.|Heavy, flat and beautifully finished.',
    gripes:
      'It warped a little after a month.|It needs oil more often than I hoped.|Too big for my sink.|One corner arrived dented.',
  }),
  kind('mill', {
    department,
    path: 'Cookware & Prep|Salt & Pepper Mills',
    picture: 'mill',
    nouns: 'Pepper Mill|Salt and Pepper Mill Set|Turned Wood Mill',
    noun: 'mill',
    price: [38, 0.4],
    share: 0.7,
    palette: 'wood',
    materials: 'turned hardwood with ceramic burrs|hardwood with steel burrs',
    sizes: '6 in|8 in|10 in',
    again: 0.25,
    dims: [2.6, 2.6, 8, 0.8],
    facts:
      'Ceramic mechanism that never rusts|Turn the knob for fine or coarse|{size} tall|Filled in ten seconds from the top',
    lines: 'Turned from a single piece, with a mechanism that cracks peppercorns instead of crushing them.',
    praise:
      'It grinds fast and evenly.|It looks lovely on the table.|The adjustment actually makes a difference.',
    gripes: 'The knob loosens as you grind.|It leaves a trail on the counter.|Filling it is messy.',
  }),
  kind('bowl', {
    department,
    path: 'Tableware|Bowls',
    picture: 'bowl',
    nouns: 'Serving Bowl|Nesting Bowl Set|Ramen Bowl',
    noun: 'bowl',
    price: [34, 0.5],
    palette: 'glaze',
    materials: 'stoneware|porcelain|earthenware',
    sizes: '7 in|9 in|11 in',
    again: 0.6,
    dims: [9, 9, 4, 2.1],
    facts:
      '{size} across the rim|Lead-free glaze|Goes from oven to table to dishwasher|Deep enough to toss a salad in',
    lines:
      'A generous curve and a small foot make it look light on the table, whatever you pile into it.|The {color} glaze lets food be the brightest thing in the room.',
    praise:
      'The perfect size for pasta night.|The colour is even richer in person.|It survived the dishwasher for months.|It makes a weekday salad look special.',
    gripes:
      'It scratches from metal forks.|Heavier than it looks.|One arrived chipped.|It gets hot in the microwave.',
  }),
  kind('plates', {
    department,
    path: 'Tableware|Plates & Sets',
    picture: 'plates',
    nouns: 'Dinner Plate Set|Coupe Plate Set|Speckled Plate Set',
    noun: 'plates',
    plural: true,
    price: [64, 0.45],
    palette: 'glaze',
    materials: 'stoneware|fine porcelain',
    sizes: 'Set of 4|Set of 6',
    again: 0.3,
    dims: [10.5, 10.5, 4.5, 7.2],
    facts:
      '{size}, 10.5 inches across|A raised lip catches the sauce|Stacks tightly|Dishwasher, microwave and oven safe',
    lines: 'A low lip, a matte surface and a weight that feels right make everyday supper look considered.',
    praise:
      'They stack neatly and look expensive.|The lip keeps sauce where it belongs.|Friends always ask where they are from.|No chips after half a year of daily use.',
    gripes:
      'Forks leave grey marks on the glaze.|They get quite hot in the microwave.|One was slightly warped.|Heavier than our old set.',
  }),
  kind('glass', {
    department,
    path: 'Drinkware|Glasses',
    picture: 'glass',
    nouns: 'Tumbler Set|Ribbed Glass Set|Wine Glass Set',
    noun: 'glasses',
    plural: true,
    price: [36, 0.45],
    palette: 'glass',
    materials: 'lead-free crystal|recycled glass|borosilicate glass',
    sizes: 'Set of 2|Set of 4|Set of 6',
    again: 0.5,
    dims: [3.3, 3.3, 4.5, 2.4],
    facts:
      '{size}, blown and fire-polished|Thin, cut rim|Dishwasher safe on the top rack|Packed without plastic',
    lines:
      'Light catches the ribs and throws a pattern over the table, even when there is only water in it.|The glass is thin at the lip and weighted at the base.',
    praise:
      'They catch the light beautifully.|Delicate to drink from but sturdier than they look.|They made our table feel grown up.',
    gripes:
      'One broke in the first week.|Smaller than I expected.|They spot in the dishwasher.|Packaging could be better.',
  }),
];
