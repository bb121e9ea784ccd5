import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { queries } from './api/queries.ts';
import { useFeed } from './api/feed.ts';
import { Catch } from './shell/catch.tsx';
import { Layout } from './shell/layout.tsx';
import { NotFound } from './shell/not-found.tsx';
import { stopLooking } from './parts/keep-looking.ts';
import { Loading } from './parts/loading.tsx';
import { screens } from './screens/index.ts';

function Screens() {
  useFeed();
  const [location] = useLocation();
  // What a screen still looks for is not looked for on the next.
  useEffect(() => stopLooking, [location]);
  return (
    <Layout>
      <Catch at={location}>
        <Suspense fallback={<Loading />}>
          <Switch>
            {screens.map(({ path, Screen }) => (
              <Route key={path} path={path} component={Screen} />
            ))}
            <Route component={NotFound} />
          </Switch>
        </Suspense>
      </Catch>
    </Layout>
  );
}

/** The whole app: what stands around every screen, and the screen that the address names. */
export const App = () => (
  <QueryClientProvider client={queries}>
    <Screens />
  </QueryClientProvider>
);
