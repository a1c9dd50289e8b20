using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samstyring.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Indexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_life_events_Order_Key",
                table: "life_events",
                columns: new[] { "Order", "Key" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_life_events_Order_Key",
                table: "life_events");
        }
    }
}
