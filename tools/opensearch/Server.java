import java.nio.file.Path;
import java.util.List;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.index.mapper.MapperExtrasPlugin;
import org.opensearch.index.reindex.ReindexPlugin;
import org.opensearch.node.Node;
import org.opensearch.painless.PainlessPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4Plugin;

/**
 * One OpenSearch node on the loopback, with the modules that every distribution has: <code>Server PORT FOLDER</code>. It runs
 * until it is ended; a second start on the same folder finds what the first one kept.
 */
public class Server {
  private static final List<Class<? extends Plugin>> modules =
      List.of(
          Netty4Plugin.class,
          CommonAnalysisPlugin.class,
          MapperExtrasPlugin.class,
          PainlessPlugin.class,
          ReindexPlugin.class);

  private static final class LocalNode extends Node {
    LocalNode(Environment environment) {
      super(environment, modules, true);
    }
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]).toAbsolutePath();
    Settings settings =
        Settings.builder()
            .put("cluster.name", "kindred-tests")
            .put("node.name", "node-1")
            .put("path.home", folder)
            .put("path.data", folder.resolve("data"))
            .put("path.logs", folder.resolve("logs"))
            .put("network.host", "127.0.0.1")
            .put("http.port", arguments[0])
            .put("transport.port", "0")
            .put("discovery.type", "single-node")
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .put("node.processors", 2)
            .build();
    LocalNode node = new LocalNode(new Environment(settings, folder.resolve("config")));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    node.close();
                  } catch (Exception error) {
                    error.printStackTrace();
                  }
                }));
    node.start();
    System.out.println("OpenSearch listens on http://127.0.0.1:" + arguments[0]);
    Thread.currentThread().join();
  }
}
