import { kindIndex } from '../catalogue/kinds/index.ts';

/** A reason to shop: kinds of product that are bought for the same purpose, so each is a complement of the others. */
export interface Mission {
  name: string;
  /** Relative number of shoppers who have it. */
  share: number;
  kinds: number[];
  weights: number[];
}

const mission = (name: string, share: number, kinds: string): Mission => {
  const entries = kinds.split(' ').map((entry) => entry.split(':'));
  return {
    name,
    share,
    kinds: entries.map(([id]) => kindIndex(id!)),
    weights: entries.map(([, weight]) => Number(weight ?? 1)),
  };
};

export const MISSIONS: readonly Mission[] = [
  mission('coffee at home', 1.5, 'coffeebag:3 mug:2 frenchpress grinder kettle chocolate:.7 spicejar:.3'),
  mission('tea time', 1, 'teatin:3 kettle mug:1.5 honey:1.2 glass:.4 chocolate:.5'),
  mission('cooking', 1.4, 'knife:1.3 board dutchoven skillet oliveoil:1.4 spicejar:2 mill cookbook:1.2'),
  mission('friends for dinner', 1, 'plates bowl:1.4 glass:1.3 candle:.8 vase:.5 oliveoil:.5 cookbook:.5'),
  mission('cosy evenings', 1.2, 'throw pillow:1.5 candle:2 tablelamp novel:1 armchair:.6 rug:.5'),
  mission('a new living room', 0.9, 'sofa:.8 armchair sidetable floorlamp rug:1.2 mirror clock vase pillow'),
  mission('plants', 1.1, 'plantpot:3 wateringcan trowel vase:.6 fieldguide:.9 lantern:.6'),
  mission('workshop', 0.9, 'drill hammer screwdriver toolbox tapemeasure headlamp:.4 organiser:.3'),
  mission('making music', 0.8, 'ukulele harmonica headphones speaker notebook:.5 pencils:.3'),
  mission('desk setup', 1.3, 'keyboard mouse laptopstand organiser tablelamp:.6 headphones:.7 notebook:.7'),
  mission('letters and lists', 0.8, 'notebook:2.2 fountainpen:1.6 pencils organiser:.7 tote:.4'),
  mission('photography', 0.8, 'camera tripod backpack:.9 powerbank:.6 notebook:.3 fieldguide:.3'),
  mission('sound on the go', 1.1, 'earbuds:1.5 phone powerbank speaker headphones:.7 tote:.3'),
  mission('everyday wardrobe', 1.5, 'tshirt:2.5 hoodie sneaker:1.4 tote beanie:.7 sunglasses:.5'),
  mission('dressing up', 1, 'dress:1.5 watch sunglasses wallet perfume lipstick:1 boot:.4'),
  mission('winter', 0.9, 'jacket boot scarf:1.2 beanie:1.2 hoodie:.6 throw:.5 flask:.5'),
  mission('yoga', 0.9, 'yogamat:1.4 foamroller bottle vitamins:1.1 candle:.4 tshirt:.4'),
  mission('strength', 0.8, 'dumbbell:1.6 kettlebell:1.2 jumprope bottle foamroller vitamins:.8'),
  mission('courts', 0.7, 'racket:1.2 basketball:1.2 sneaker bottle sunglasses:.4 tshirt:.5'),
  mission(
    'trail weekend',
    1.1,
    'tent sleepingbag backpack:1.2 headlamp flask poles campstove boot:.7 fieldguide:.5',
  ),
  mission('by bike', 0.9, 'helmet bikelight:1.3 bikebell bottle backpack:.7 jacket:.6 sunglasses:.3'),
  mission('skincare', 1.2, 'serum:2 cream:1.6 sunscreen:1.4 soap:.8'),
  mission('bathroom shelf', 0.8, 'razor soap:2 hairbrush cream:.6 perfume:.7'),
  mission('make-up bag', 0.8, 'lipstick:2.4 perfume:1.1 serum:.6 hairbrush mirror:.3'),
  mission('new baby', 1, 'babybottle:1.4 onesie:2.4 mobile plush picturebook stacker throw:.3'),
  mission(
    'playroom',
    1.1,
    'blocks train puzzle:.9 plush:1.3 picturebook:1.6 stacker:.6 boardgame:.7 pencils:.5',
  ),
  mission('game night', 0.9, 'boardgame:2.6 puzzle:1.6 chocolate:.7 glass:.4 speaker:.3'),
  mission('the dog', 1, 'petbowl leash:1.4 petbed pettoy:1.6 backpack:.2'),
  mission('the cat', 0.8, 'cattree:.8 petbowl petbed pettoy:1.3 throw:.2'),
  mission('reading', 1.2, 'novel:3.4 scifi:1.4 candle:.5 teatin:.7 tablelamp:.3'),
  mission('other worlds', 0.8, 'scifi:3.6 boardgame:1.2 novel:.6 headphones:.4 puzzle:.4'),
  mission('feeling well', 0.8, 'vitamins:2 teatin soap:.7 honey:.8 yogamat:.5 fieldguide:.3'),
  mission(
    'summer terrace',
    0.7,
    'lantern:1.4 plantpot glass sunscreen:.7 sunglasses:.6 bowl:.5 wateringcan:.5',
  ),
];
