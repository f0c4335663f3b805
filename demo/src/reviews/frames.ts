/**
 * @file The sentences of reviews. Slots: {this} "this mug" or "these plates", {noun}, {it}/{them} subject and object,
 * {is}, {was}, {does}, {color}, {brand}, {size}, {material}, {who}, {when}, {mission}.
 */
const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

type Rating = 1 | 2 | 3 | 4 | 5;

export const TITLES: Record<Rating, readonly string[]> = {
  5: lines(`Love {them}
    Exactly what I hoped for
    Worth every cent
    Better than the photos
    My favourite purchase this year
    Beautiful and well made
    Would buy again in a heartbeat
    Five stars from me
    A small daily joy
    Perfect gift
    Could not be happier
    So good I bought another
    Quality you can feel
    {brand} did it again
    The whole family approves
    Impressed
    Just right
    Wish I had found {them} sooner
    Perfect in {color}
    Everything I wanted
    Great {noun}
    Simply excellent
    Highly recommended`),
  4: lines(`Very good, one small thing
    Really nice {noun}
    Almost perfect
    Good quality
    Happy overall
    Solid choice
    Nice, with a caveat
    Would recommend
    Good value
    Very pleased, nearly five stars
    Does the job well
    Pretty and practical
    Good, not flawless
    Lovely {color}`),
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
    Looks better than it works
    Below average
    Not for me
    Wanted to like {them}
    Skip this one
    Overpriced`),
  1: lines(`Sent {them} back
    Do not bother
    Very disappointed
    Poor quality
    Not as described
    Waste of money
    Broke right away
    Returned
    One star is generous`),
};

/** Very short reviews, which real shops have many of. */
export const SHORT: Record<Rating, readonly string[]> = {
  5: lines(`Love {them}!
    Perfect.
    Great {noun}, fast delivery.
    Exactly as described.
    Beautiful {color}.
    Just what I needed.
    So happy with {this}.
    Excellent quality.
    Second one I own. Still great.
    A present for {who}. Big success.`),
  4: lines(`Nice {noun}.
    Good quality for the price.
    Works well.
    Pretty and useful.
    Good, as expected.
    Liked {them} a lot, delivery was slow.`),
  3: lines(`It's okay.
    Does what {it} should, nothing more.
    Fine.
    Average {noun}.
    Expected more from {brand}.`),
  2: lines(`Not great.
    Meh.
    Looks cheap in person.
    Not worth the money.`),
  1: lines(`Nope.
    Broken on arrival.
    Sent back.
    Awful.
    Nothing like the picture.`),
};

export const OPENERS: Record<Rating, readonly string[]> = {
  5: lines(`I am so happy with {this}.
    I looked for the right {noun} for months and this is the one.
    {This} exceeded my expectations.
    What a find.
    I bought {this} {when} and I use {them} all the time.
    From the moment I opened the box I knew I would keep {them}.
    I rarely write reviews, but {this} deserve{s} one.
    {Who} gave me {this} and I am smitten.
    Got {them} for {who}, and now I want one for myself.
    After reading the reviews I gave {them} a try, and wow.
    This is my third order from {brand} and they never let me down.
    {This} replaced something twice as expensive.
    I was sceptical at this price, and I was wrong.
    Everything about {this} feels considered.
    I have had {this} for a few months now and {it} still make{s} me smile.
    Honestly the best {noun} I have owned.
    Ordered on a whim, kept with joy.
    Part of my {mission} set-up now, and I love {them}.
    The quality is obvious the second you hold {them}.
    Bought in {color} and {it} look{s} even better in real life.
    I already knew {brand}, so I expected good things, and I got them.
    Arrived quickly, well packed, and exactly as shown.
    You can tell that somebody cared about the details.
    If you are hesitating: do it.`),
  4: lines(`Really good {noun} overall.
    I like {this} a lot.
    Very nice, with one small remark.
    Good quality, and {it} look{s} great.
    {This} {is} almost everything I wanted.
    Bought {this} {when}; so far, so good.
    A solid buy.
    {Who} recommended {this}, and rightly so.
    Four stars because nothing is perfect, but this comes close.
    Nice work by {brand}.
    I use {them} nearly every day.
    For my {mission} phase {this} {is} a good fit.
    Happy with {them}, though not blown away.
    The {color} is lovely.
    I compared several and this was the best balance.
    Well made and nicely packed.`),
  3: lines(`I wanted to love {this}.
    {This} {is} fine, I suppose.
    A mixed bag.
    Good in some ways, less so in others.
    Not bad, but I expected more from {brand}.
    It does the job.
    The pictures promise a little more than you get.
    I am on the fence about {this}.
    Okay for the price.
    Bought {them} for {who}, who was polite about it.
    There are better ones, and there are worse ones.
    Nice to look at, less nice to live with.
    After a month of use I have mixed feelings.`),
  2: lines(`I am disappointed with {this}.
    Sadly not for me.
    {This} look{s} better in the photos.
    I expected more at this price.
    Had high hopes after the reviews.
    Not what I thought I was getting.
    It started well and went downhill.
    I gave {them} a fair chance.
    Maybe I got a bad one.
    The idea is good and the execution is not.`),
  1: lines(`I want my money back.
    Very disappointed.
    {This} went straight back.
    I do not understand the good reviews.
    Bad from the first day.
    Never again.
    Arrived damaged and the replacement was no better.
    Cheap in every way except the price.
    I have rarely been so let down by an order.
    Please save your money.`),
};

export const TASTE_GOOD = lines(`The {color} is beautiful.
    The {material} feels great.
    It suits my taste perfectly.
    The look is exactly my style.
    {brand} understands design.
    It goes with everything else I own.
    The finish is better than things that cost twice as much.
    It looks like it came from a little boutique.
    Simple, and that is what I like about it.
    The {size} is just right for me.
    I chose {color} and never regretted it.
    In {color} it is a real eye-catcher.
    The proportions are lovely.
    It looks even better next to my other {brand} things.`);

export const TASTE_MIXED = lines(`The {color} is a little different from what my screen showed.
    The {material} is okay.
    The style is not quite mine.
    {size} turned out to be the wrong choice for me.
    It does not really match the rest of my things.
    The finish could be cleaner.
    I would pick another colour next time.
    It looks a bit plain in real life.`);

export const CONTEXT = lines(`I got {them} for {who}.
    It was meant as a present, but I kept {them}.
    I have been using {them} since {when}.
    We are a family of four, so things get tested here.
    I live in a small flat, so every object has to earn its place.
    I am new to {mission} and this was a good place to start.
    I have been into {mission} for years and I am picky.
    {Who} noticed it the same day.
    It came within three days.
    The packaging was plastic free, which I appreciate.
    It replaces one that I had used for ten years.
    I ordered two, one for me and one for {who}.
    I saw it at a friend's place first.
    It travelled with us all summer.
    I use it mostly at weekends.
    Customer service answered my question within an hour.
    It was on my wishlist for ages.
    I bought it together with a few other things for {mission}.`);

export const CLOSERS: Record<Rating, readonly string[]> = {
  5: lines(`Highly recommended.
    I would buy {them} again without thinking.
    Ten out of ten.
    Do yourself a favour.
    Thank you, {brand}.
    Already eyeing another colour.
    You will not regret it.
    It makes my day a little better.
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
    Wait for a sale.
    It will do for now.
    Average, in the end.
    Maybe the next version will be better.`),
  2: lines(`I would not buy {them} again.
    I expected better from {brand}.
    Will probably go back.
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
