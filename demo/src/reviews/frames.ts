/**
 * @file The sentences that fit a review of anything: a soap, a novel, a helmet. What fits some kinds only is in `talk/`.
 * Slots: {this} "this mug" or "these plates", {noun}, {it}/{them} subject and object, {is}, {was}, {s}, {color}, {brand}, {size},
 * {material}, {who}, {when}, {mission}.
 */
import { lines } from './lines.ts';

export type Rating = 1 | 2 | 3 | 4 | 5;

export const TITLES: Record<Rating, readonly string[]> = {
  5: lines(`Love {them}
    Exactly what I hoped for
    Worth every cent
    Better than the photos
    My favourite purchase this year
    Five stars from me
    A small daily joy
    Perfect gift
    Could not be happier
    {brand} did it again
    Impressed
    Just right
    Wish I had found {them} sooner
    Everything I wanted
    Great {noun}
    Simply excellent
    Highly recommended`),
  4: lines(`Very good, one small thing
    Really nice {noun}
    Almost perfect
    Happy overall
    Solid choice
    Nice, with a caveat
    Would recommend
    Good value
    Very pleased, nearly five stars
    Good, not flawless`),
  3: lines(`It’s OK
    Decent, not great
    Mixed feelings
    Average
    Expected a bit more
    Fine for the price
    Half good, half meh
    Not bad, not special
    Three stars feels fair
    Could be better
    Nice idea`),
  2: lines(`Disappointed
    Not what I expected
    Would not buy again
    Below average
    Not for me
    Wanted to like {them}
    Skip this one
    Overpriced`),
  1: lines(`Do not bother
    Very disappointed
    Not as described
    Waste of money
    One star is generous`),
};

/** Very short reviews, which real shops have many of. */
export const SHORT: Record<Rating, readonly string[]> = {
  5: lines(`Love {them}!
    Perfect.
    Exactly as described.
    Just what I needed.
    So happy with {this}.
    A present for {who}. Big success.`),
  4: lines(`Nice {noun}.
    Good, as expected.
    Liked {them} a lot, delivery was slow.`),
  3: lines(`It's okay.
    Fine.
    Average {noun}.
    Expected more from {brand}.`),
  2: lines(`Not great.
    Meh.
    Not worth the money.`),
  1: lines(`Nope.
    Awful.
    Nothing like the picture.`),
};

export const OPENERS: Record<Rating, readonly string[]> = {
  5: lines(`I am so happy with {this}.
    {This} exceeded my expectations.
    What a find.
    I rarely write reviews, but {this} deserve{s} one.
    {Who} gave me {this} and I am smitten.
    Got {them} for {who}, and now I want one for myself.
    After reading the reviews I gave {them} a try, and wow.
    This is my third order from {brand} and they never let me down.
    I was sceptical at this price, and I was wrong.
    Everything about {this} feels considered.
    Ordered on a whim, kept with joy.
    I already knew {brand}, so I expected good things, and I got them.
    Arrived quickly, well packed, and exactly as shown.
    You can tell that somebody cared about the details.
    If you are hesitating: do it.`),
  4: lines(`Really good {noun} overall.
    I like {this} a lot.
    Very nice, with one small remark.
    {This} {is} almost everything I wanted.
    Bought {this} {when}; so far, so good.
    A solid buy.
    {Who} recommended {this}, and rightly so.
    Four stars because nothing is perfect, but this comes close.
    Nice work by {brand}.
    Happy with {them}, though not blown away.
    I compared several and this was the best balance.`),
  3: lines(`I wanted to love {this}.
    {This} {is} fine, I suppose.
    A mixed bag.
    Good in some ways, less so in others.
    Not bad, but I expected more from {brand}.
    The pictures promise a little more than you get.
    I am on the fence about {this}.
    Okay for the price.
    Bought {them} for {who}, who was polite about it.
    There are better ones, and there are worse ones.`),
  2: lines(`I am disappointed with {this}.
    Sadly not for me.
    I expected more at this price.
    Had high hopes after the reviews.
    Not what I thought I was getting.
    It started well and went downhill.
    I gave {them} a fair chance.
    Maybe I got a bad one.`),
  1: lines(`I want my money back.
    Very disappointed.
    I do not understand the good reviews.
    Never again.
    Arrived damaged and the replacement was no better.
    I have rarely been so let down by an order.
    Please save your money.`),
};

export const CONTEXT = lines(`I got {them} for {who}.
    It was meant as a present, but I kept {them}.
    It came within three days.
    The packaging was plastic free, which I appreciate.
    I saw it at a friend's place first.
    Customer service answered my question within an hour.
    It was on my wishlist for a long time.
    I bought it together with a few other things for {mission}.`);

export const CLOSERS: Record<Rating, readonly string[]> = {
  5: lines(`Highly recommended.
    I would buy {them} again without thinking.
    Ten out of ten.
    Do yourself a favour.
    Thank you, {brand}.
    You will not regret it.
    A keeper.
    I have told all my friends.
    Worth every cent.
    Five stars, easily.`),
  4: lines(`Would recommend.
    Still a good buy.
    Nearly five stars.
    I would buy {them} again.
    All in all, happy.
    Small things aside, I am pleased.
    Good value for what you get.
    No regrets.`),
  3: lines(`Okay, but I would look around first.
    Not sure I would buy {them} again.
    Average, in the end.`),
  2: lines(`I would not buy {them} again.
    I expected better from {brand}.
    There are better options for the money.
    Keep looking.`),
  1: lines(`Returned for a refund.
    Stay away.
    Zero stars if I could.
    I will not order from {brand} again.
    Save your money.
    Still waiting for an answer from support.`),
};

export const BUT = lines(`My only complaint: {gripe}
    One small thing: {gripe}
    Not perfect, though. {Gripe}
    To be fair: {gripe}
    The downside: {gripe}
    I took a star off for this: {gripe}`);

export const AT_LEAST = lines(`On the plus side: {praise}
    To be fair: {praise}
    At least this is true: {praise}
    The good part: {praise}`);

export const WHO = lines(`my sister
    my husband
    my wife
    my mum
    my dad
    a friend
    my partner
    my daughter
    my son
    my flatmate
    a colleague
    my best friend
    my neighbour
    my grandmother`);

export const WHEN = lines(`last month
    a few weeks ago
    in spring
    before the holidays
    last autumn
    two months ago
    for my birthday
    right after we moved
    over the summer
    in January`);
