import { Carousel, Container, LinkButton } from '@kindred/ui';
import type { ReactNode } from 'react';
import { CampaignPictures } from './campaign-pictures.tsx';
import { GraphDrawing } from './graph-drawing.tsx';
import type { Slide } from './load-slides.ts';
import { SlideFrame } from './slide-frame.tsx';

interface FeaturedSlidesProps {
  slides: readonly Slide[];
  /** Beside the buttons. */
  heading: ReactNode;
  headingLevel: 2 | 3;
  /** At the top of the page. */
  isFirstInView?: boolean;
}

/** The slides that the shop chose, on a band of the page's width. */
export function FeaturedSlides({ slides, heading, headingLevel, isFirstInView }: FeaturedSlidesProps) {
  if (slides.length === 0) return isFirstInView ? <Container className="pt-8">{heading}</Container> : null;
  return (
    <div className="bg-surface py-5 md:py-7">
      <Container>
        <Carousel
          label="Featured"
          heading={heading}
          slides={slides.map((slide, index) => ({
            name: slide.title,
            content: (
              <SlideFrame words={slide} headingLevel={headingLevel} actions={actionsOf(slide)}>
                {slide.kind === 'graph' ? (
                  <GraphDrawing graph={slide.graph} isFirst={isFirstInView === true && index === 0} />
                ) : (
                  <CampaignPictures campaign={slide} isFirst={isFirstInView === true && index === 0} />
                )}
              </SlideFrame>
            ),
          }))}
        />
      </Container>
    </div>
  );
}

function actionsOf(slide: Slide): ReactNode {
  const { href, link_text } =
    slide.kind === 'graph' ? { href: '/search', link_text: 'Shop all products' } : slide;
  return (
    <LinkButton href={href} size="lg">
      {link_text}
    </LinkButton>
  );
}
