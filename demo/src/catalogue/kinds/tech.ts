import { type Kind, kind } from '../kind.ts';

const department = 'tech';

export const TECH: Kind[] = [
  kind('headphones', {
    department,
    path: 'Audio|Headphones',
    picture: 'headphones',
    nouns: 'Wireless Headphones|Noise-Cancelling Headphones|Studio Headphones',
    noun: 'headphones',
    plural: true,
    price: [148, 0.6],
    share: 1.2,
    palette: 'tech',
    materials: 'aluminium and protein leather|recycled plastic and fabric',
    sizes: 'Over-Ear|On-Ear',
    comesInColours: true,
    again: 0.25,
    dims: [7, 3.2, 7.8, 0.6],
    facts:
      '38 hours on one charge|Adaptive noise cancelling with a talk-through mode|Two devices at once|Cushions snap off for replacement|Folds flat into a case',
    lines:
      'Forty-millimetre drivers give an even, unhurried sound that you can wear for a whole flight.|They press evenly and lightly, and the cushions can be replaced when they have done their years.',
    praise:
      'The sound is balanced and detailed.|I can wear them all day without sore ears.|The noise cancelling makes the train quiet.|Battery life is unreal.|They connect instantly to both my devices.',
    gripes:
      'They clamp a bit too tightly.|The touch controls are twitchy.|My ears get warm.|The app is clumsy.|The hinge creaks.',
  }),
  kind('earbuds', {
    department,
    path: 'Audio|Earbuds',
    picture: 'earbuds',
    nouns: 'True Wireless Earbuds|Sport Earbuds|Noise-Cancelling Earbuds',
    noun: 'earbuds',
    plural: true,
    price: [84, 0.6],
    palette: 'tech',
    materials: 'polycarbonate and silicone',
    sizes: 'Standard|Small Fit',
    again: 0.35,
    dims: [2.5, 1, 2, 0.15],
    facts: '7 hours, 28 with the case|Sweat and rain proof (IPX5)|Four sizes of tips|Wireless charging case',
    lines:
      'Small enough to forget and secure enough to run in.|The case slips into a coin pocket and opens with one thumb.',
    praise:
      'They stay put on a run.|Calls are crystal clear.|Tiny case, big battery.|Great bass for the size.',
    gripes:
      'The left one drops out now and then.|The case scratches if you look at it.|Too big for my ears.|Touch controls trigger by accident.',
  }),
  kind('speaker', {
    department,
    path: 'Audio|Speakers',
    picture: 'speaker',
    nouns: 'Bluetooth Speaker|Bookshelf Speaker|Portable Speaker',
    noun: 'speaker',
    price: [118, 0.6],
    palette: 'tech',
    materials: 'fabric and aluminium|walnut veneer and steel',
    sizes: 'Mini|Compact|Large',
    again: 0.3,
    dims: [6, 5, 9, 3.2],
    facts:
      'Fills a room from a shelf|16 hours on battery|Pair two for stereo|Splash proof fabric|Line input for turntables',
    lines:
      'A wide, warm sound from a small {color} box that you do not mind looking at.|The tuning is honest: voices stay in the middle and bass stays in the room.',
    praise:
      'Huge sound for such a small box.|It looks good on the shelf.|Setup took thirty seconds.|Bass is warm, never boomy.',
    gripes:
      'The battery is shorter than claimed.|Bluetooth drops in the kitchen.|No carrying strap.|The fabric collects dust.',
  }),
  kind('keyboard', {
    department,
    path: 'Desk Setup|Keyboards',
    picture: 'keyboard',
    nouns: 'Mechanical Keyboard|Low-Profile Keyboard|Compact Keyboard',
    noun: 'keyboard',
    price: [98, 0.5],
    palette: 'tech',
    materials: 'aluminium and PBT|recycled plastic',
    sizes: '65%|75%|Full Size',
    again: 0.25,
    dims: [13, 5, 1.3, 1.8],
    facts:
      '{size} layout with hot-swap switches|PBT keycaps that never shine|Three devices over Bluetooth, one by wire|White backlight in four steps',
    lines:
      'The switches are lubed at the factory, so it sounds like rain instead of hail.|A dense case and good caps make typing something you look forward to.',
    praise:
      'The typing feel is superb.|It sounds lovely, deep and soft.|Switching between laptop and tablet is instant.|It does not wander on the desk.',
    gripes:
      'A key double-types sometimes.|Louder than my colleagues like.|The feet are slippery.|The battery icon is confusing.',
  }),
  kind('mouse', {
    department,
    path: 'Desk Setup|Mice',
    picture: 'mouse',
    nouns: 'Wireless Mouse|Ergonomic Mouse|Travel Mouse',
    noun: 'mouse',
    price: [46, 0.5],
    palette: 'tech',
    materials: 'recycled plastic|polycarbonate and rubber',
    sizes: 'Small|Medium|Large',
    again: 0.25,
    dims: [2.6, 4.4, 1.6, 0.22],
    facts:
      'Silent clicks|One charge lasts two months|Tracks on glass|Scroll wheel free-spins through long pages',
    lines: 'It fills the palm without forcing it, and clicks so quietly that meetings stay meetings.',
    praise:
      'It fits my hand at last.|Silent clicks are bliss.|It tracks on every surface.|The battery just goes on and on.',
    gripes:
      'Too small for my hand.|The wheel started to squeak.|The side buttons are stiff.|It needs a dongle for full speed.',
  }),
  kind('phone', {
    department,
    path: 'Mobile|Phones',
    picture: 'phone',
    nouns: 'Smartphone|Compact Smartphone|5G Smartphone',
    noun: 'phone',
    price: [489, 0.4],
    share: 0.8,
    palette: 'tech',
    materials: 'glass and aluminium',
    sizes: '128 GB|256 GB|512 GB',
    comesInColours: true,
    again: 0.1,
    dims: [2.9, 0.3, 6, 0.4],
    facts:
      '{size} of storage|Bright 6.1-inch display at 120 Hz|Two-day battery|Seven years of updates|Opens with one screwdriver',
    lines:
      'A phone that takes good photographs, lasts two days and can be opened when it needs a new battery.',
    praise:
      'The battery easily lasts two days.|The photos are stunning in low light.|It fits in one hand at last.|Fast, clean, no junk apps.',
    gripes:
      'The camera bump wobbles on a table.|It gets warm while charging.|Speakers are average.|No charger in the box.',
  }),
  kind('powerbank', {
    department,
    path: 'Mobile|Chargers',
    picture: 'powerbank',
    nouns: 'Power Bank|Slim Power Bank|Magnetic Power Bank',
    noun: 'power bank',
    price: [44, 0.4],
    share: 0.8,
    palette: 'tech',
    materials: 'aluminium|recycled plastic',
    sizes: '5,000 mAh|10,000 mAh|20,000 mAh',
    again: 0.4,
    dims: [2.8, 0.7, 5.6, 0.5],
    facts:
      '{size}, charges two devices at once|30 W fast charging|Fits a coat pocket|Four lights show what is left',
    lines: 'Slim enough for a jacket pocket and strong enough for a laptop in a pinch.',
    praise: 'It saved me on a long trip.|Charges fast.|Slim enough for my pocket.',
    gripes: 'Heavier than it looks.|The cable in the box is tiny.|It takes all night to refill.',
  }),
  kind('laptopstand', {
    department,
    path: 'Desk Setup|Stands',
    picture: 'laptopstand',
    nouns: 'Laptop Stand|Folding Laptop Stand|Wooden Laptop Stand',
    noun: 'stand',
    price: [52, 0.4],
    palette: 'metal',
    materials: 'anodised aluminium|bent plywood|steel and cork',
    sizes: '13 in|15 in|17 in',
    again: 0.12,
    dims: [10, 9, 6, 2.2],
    facts:
      'Lifts the screen to eye level|Fits laptops up to {size}|Silicone pads protect the finish|Cable slot in the back',
    lines: 'It lifts the screen to where you look and leaves the desk free beneath.',
    praise: 'The screen is where I want it.|Rock solid while typing.|It matches my laptop perfectly.',
    gripes: 'It bounces when I type hard.|The pads came unglued.|A little low for tall people.',
  }),
  kind('camera', {
    department,
    path: 'Photo|Cameras',
    picture: 'camera',
    nouns: 'Mirrorless Camera|Rangefinder Camera|Compact Camera',
    noun: 'camera',
    price: [689, 0.45],
    share: 0.9,
    palette: 'leather',
    materials: 'magnesium and leatherette|aluminium and leatherette',
    sizes: '18 MP|24 MP|33 MP',
    again: 0.12,
    dims: [5, 2.6, 3.2, 1.1],
    facts:
      '{size} sensor with in-body stabilisation|Real dials for shutter, aperture and ISO|Eye-tracking focus|Weather-sealed body|Charges by USB-C',
    lines:
      'Dials you can set before you lift it, a finder you want to look through, and files with room to work in.|Small enough to bring, which is what makes a camera good.',
    praise:
      'The colours straight out of camera are gorgeous.|The dials make me slow down and think.|Autofocus never misses.|It goes everywhere with me.',
    gripes: 'The menu is a maze.|The battery drains overnight.|The grip is small.|The strap lugs squeak.',
  }),
  kind('tripod', {
    department,
    path: 'Photo|Tripods',
    picture: 'tripod',
    nouns: 'Travel Tripod|Carbon Tripod|Tabletop Tripod',
    noun: 'tripod',
    price: [112, 0.5],
    share: 0.8,
    palette: 'metal',
    materials: 'aluminium|carbon fibre',
    sizes: '48 in|58 in|64 in',
    again: 0.12,
    dims: [5, 5, 16, 3.1],
    facts:
      'Stands {size}, folds to 16 inches|Ball head with a quick plate|Twist locks with rubber grips|Carries 18 lb',
    lines: 'It unfolds in three twists, stands still in wind and straps to the side of a pack.',
    praise: 'Stable even in wind.|Folds down really small.|The ball head locks like a vice.',
    gripes: 'The leg locks need two hands.|The plate screw is fiddly.|Wobbly at full height.',
  }),
];
