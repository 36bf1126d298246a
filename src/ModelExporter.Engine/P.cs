namespace ModelExporter.Engine; static class Placeholder;
