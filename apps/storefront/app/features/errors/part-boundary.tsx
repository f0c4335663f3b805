import { Button } from '@kindred/ui';
import { Component, type ReactNode, Suspense } from 'react';
import { useLocation, useRevalidator } from 'react-router';

/**
 * Around a part of a page: if it cannot be drawn, the rest of the page stays. The server then sends the page without the part, and the
 * browser tries it again.
 */
export function PartBoundary({ children, skeleton = null }: { children: ReactNode; skeleton?: ReactNode }) {
  const { key } = useLocation();
  const { revalidate } = useRevalidator();
  return (
    <Boundary resetKey={key} onRetry={() => void revalidate()}>
      <Suspense
        fallback={
          <>
            {skeleton}
            <noscript>{failure}</noscript>
          </>
        }
      >
        {children}
      </Suspense>
    </Boundary>
  );
}

const failure = 'We could not show this part.';

interface BoundaryProps {
  children: ReactNode;
  /** The part is tried again when it changes. */
  resetKey: string;
  onRetry: () => void;
}

class Boundary extends Component<BoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override componentDidUpdate({ resetKey }: BoundaryProps) {
    if (this.state.hasFailed && resetKey !== this.props.resetKey) this.setState({ hasFailed: false });
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <div role="alert" className="flex flex-wrap items-center gap-x-5 gap-y-3 rounded-lg bg-surface p-5">
        <p className="text-sm">{failure}</p>
        <Button
          variant="secondary"
          onClick={() => {
            this.setState({ hasFailed: false });
            this.props.onRetry();
          }}
        >
          Try again
        </Button>
      </div>
    );
  }
}
